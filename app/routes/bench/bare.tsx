import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/guards.server.ts";

/** The measuring stick of `npm run bench`: the least a page of this site can be. To everybody else there is no such page. */
export function loader() {
  if (process.env.KRING_BENCH !== "1") throw notFound();
  return { word: "kring" };
}

export default function Bare() {
  const { word } = useLoaderData<typeof loader>();
  return <p>{word}</p>;
}
