import { provider } from "#app/features/catalogue/provider.server.ts";
import { paths } from "#app/paths.ts";
import { daylight } from "#app/ui/daylight.ts";

/** What a phone needs to put the site on its first screen, under the provider's own name. */
export async function loader() {
  const { tradeName } = await provider();
  const manifest = {
    name: tradeName,
    short_name: tradeName,
    lang: "nl",
    start_url: paths.home(),
    display: "browser",
    background_color: daylight.paper,
    theme_color: daylight.paper,
    icons: [
      { src: "/favicon.svg", type: "image/svg+xml", sizes: "any" },
      ...[192, 512].map((size) => ({ src: `/icon-${size}.png`, type: "image/png", sizes: `${size}x${size}`, purpose: "any maskable" })),
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "public, max-age=3600" },
  });
}
