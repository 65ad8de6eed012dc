import { m } from "#generated/paraglide/messages.js";
export default function Home() {
  return <h1>{m.common_hello({ name: "wereld" })}</h1>;
}
