import type { MetaDescriptor } from "@remix-run/node";

export interface PageMeta {
  title: string;
  description: string;
  /** the page's own address, with origin */
  url: string;
  siteName: string;
  locale: "nl" | "en";
}

/** Title, description, canonical link and Open Graph tags of a public page. */
export function pageMeta({ title, description, url, siteName, locale }: PageMeta): MetaDescriptor[] {
  return [
    { title: title === siteName ? title : `${title} – ${siteName}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: "website" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: url },
    { property: "og:site_name", content: siteName },
    { property: "og:locale", content: locale === "en" ? "en_GB" : "nl_NL" },
  ];
}

/** A page's title with the provider's name behind it, which the frame's loader brought. */
export function withSiteName(title: string, matches: readonly { id: string; data?: unknown }[]): string {
  const frame = matches.find(({ id }) => id === "root")?.data as { site?: { name?: string } } | undefined;
  return frame?.site?.name ? `${title} – ${frame.site.name}` : title;
}
