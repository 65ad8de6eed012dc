import type { MetaDescriptor } from "@remix-run/node";

export interface PageMeta {
  title: string;
  description: string;
  /** the page's own address, with origin */
  url: string;
  siteName: string;
  locale: "nl" | "en";
  /** shown beside a link to the page */
  image?: PageImage;
}

export interface PageImage {
  /** with origin */
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** Title, description, canonical link and Open Graph tags of a public page. */
export function pageMeta({ title, description, url, siteName, locale, image }: PageMeta): MetaDescriptor[] {
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
    ...(image ? imageMeta(image) : []),
  ];
}

function imageMeta({ url, width, height, alt }: PageImage): MetaDescriptor[] {
  return [
    { property: "og:image", content: url },
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: String(width) },
    { property: "og:image:height", content: String(height) },
    { property: "og:image:alt", content: alt },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
