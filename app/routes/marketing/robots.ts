import { env } from "#app/platform/env.server.ts";

/** /robots.txt: public pages may be found; what belongs to a person has no place in an index. */
export function loader() {
  const closed = ["/account", "/certificates", "/checkout", "/hooks", "/learn", "/link", "/office", "/sandbox"];
  const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), "", `Sitemap: ${env().origin}/sitemap.xml`, ""];
  return new Response(lines.join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
