import { notFound } from "#app/http/guards.server.ts";

/** No such page, for reading and for writing alike. */
export const loader = () => {
  throw notFound();
};
export const action = loader;

export default function NotFound() {
  return null;
}
