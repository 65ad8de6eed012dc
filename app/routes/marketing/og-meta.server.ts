import { courseOgPicture, ogVersion, siteOgPicture } from "#app/features/catalogue/og-image.server.ts";
import { OG_HEIGHT, OG_WIDTH, type OgPicture } from "#app/features/catalogue/og-picture.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import * as m from "#generated/paraglide/messages.js";
import type { PageImage } from "./page-meta.ts";

/** The image named in the head of a course's pages. */
export function courseImage(course: { slug: string; kind: string; title: string }, seller: { tradeName: string }): PageImage {
  return imageOf(course.slug, courseOgPicture(course, seller));
}

/** The image named in the head of every other public page. */
export function siteImage(seller: { tradeName: string }): PageImage {
  return imageOf(null, siteOgPicture(seller));
}

function imageOf(slug: string | null, picture: OgPicture): PageImage {
  return {
    url: `${env().origin}${paths.ogImage(slug, ogVersion(picture))}`,
    width: OG_WIDTH,
    height: OG_HEIGHT,
    alt: m.catalogue_og_alt({ title: picture.title, provider: picture.provider }),
  };
}
