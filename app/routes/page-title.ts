import type { MetaDescriptor, MetaFunction } from "@remix-run/node";

interface Matched {
  id: string;
  data?: unknown;
}

/** A page's title with the provider's name behind it, as the frame around the page knows it. Without a title of its own, that name alone. */
export function pageTitle(title: string, matches: readonly Matched[]): MetaDescriptor {
  const frame = matches.find(({ id }) => id === "root")?.data as { site?: { name?: string } } | undefined;
  return { title: [title, frame?.site?.name].filter(Boolean).join(" – ") };
}

/** The meta function of a page that says no more than its title; `title` is called per request, in its language. */
export function titled(title: () => string): MetaFunction {
  return ({ matches }) => [pageTitle(title(), matches)];
}
