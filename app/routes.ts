import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** The site map: every URL, its nesting and its file. A verb's URL is a child of the page whose form it answers. */
export default [
  index("routes/marketing/home.tsx"),
  route("language", "routes/marketing/language.tsx"),
] satisfies RouteConfig;
void layout;
