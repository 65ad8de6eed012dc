import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicPages } from "#app/features/catalogue/courses.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** /sitemap.xml: the pages anyone may read, with the lessons that can be previewed. */
export async function loader(_: LoaderFunctionArgs) {
  const courses = await publicPages();
  const pages = [
    ...[paths.home(), paths.courses(), paths.sources(), paths.terms(), paths.privacy(), paths.accessibility()].map((path) => ({
      path,
      changed: null as Date | null,
    })),
    ...courses.flatMap(({ slug, publishedAt, previews }) =>
      [paths.course(slug), paths.courseChanges(slug), ...previews.map((lesson) => paths.preview(slug, lesson))].map((path) => ({
        path,
        changed: publishedAt,
      })),
    ),
  ];
  const urls = pages.map(
    ({ path, changed }) =>
      `<url><loc>${escapeXml(env().origin + path)}</loc>${changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : ""}</url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}
