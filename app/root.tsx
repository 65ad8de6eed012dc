import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { getLocale } from "#generated/paraglide/runtime.js";
import { canReadOn } from "./features/learning/reading-on.server.ts";
import { readDisplay } from "./http/display.server.ts";
import { siteFacts } from "./http/site.server.ts";
import { paths } from "./paths.ts";
import { pageTitle } from "./routes/page-title.ts";
import { ErrorPage, errorTitle } from "./ui/error-page.tsx";
import sans from "./ui/fonts/sans.woff2?url";
import serif from "./ui/fonts/serif.woff2?url";
import { Shell } from "./ui/shell.tsx";
import stylesheet from "./ui/styles/main.css?url";
import { useDisplay } from "./ui/use-display.ts";

/** A face asked for with the page, and not first when the sheet names it, is there before the text is drawn. */
const face = (href: string) => ({ rel: "preload", as: "font", type: "font/woff2", href, crossOrigin: "anonymous" }) as const;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  face(serif),
  face(sans),
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: paths.manifest() },
];

/** Where a page says nothing of its own. */
export const meta: MetaFunction<typeof loader> = ({ data, error, matches }) => [
  error ? pageTitle(errorTitle(isRouteErrorResponse(error) ? error.status : 500), matches) : { title: data?.site.name ?? "Kring" },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = context;
  // In a lesson the frame asks the database nothing: there the lesson's own page knows.
  const inLesson = params.lessonId !== undefined && new URL(request.url).pathname.startsWith(`${paths.learn()}/`);
  const readsOn = viewer !== null && (inLesson || (await canReadOn(viewer.id, context.now)));
  return {
    nonce: context.nonce,
    display: readDisplay(request.headers.get("Cookie")),
    viewer: viewer && { id: viewer.id, name: viewer.name, office: viewer.role === "office", readsOn },
    site: await siteFacts(context.local),
  };
}

/**
 * The frame changes when someone signs in or out, or begins or finishes something to read, which a form does; never by following a
 * link, never by a form that came after its session ended (with the frame Remix would fetch the page, be led to the sign-in page, and
 * what was typed be gone), and never by saving something while reading or answering (a failed refetch would then replace the page
 * someone is writing on).
 */
export function shouldRevalidate({ formMethod, formAction, actionStatus }: ShouldRevalidateFunctionArgs) {
  const learning = formAction?.startsWith(`${paths.learn()}/`) && !/\/(begin|finish|reopen)$/.test(formAction);
  return formMethod && formMethod !== "GET" && !learning ? actionStatus !== 401 : false;
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const display = useDisplay(data?.display ?? null);
  return (
    <html lang={getLocale()} data-theme={display?.theme ?? undefined} data-text-size={display?.textSize ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={display?.theme ?? "light dark"} />
        <ThemeColour chosen={display?.theme ?? null} />
        <Meta />
        <Links />
      </head>
      <body>
        <Shell viewer={data?.viewer ?? null} site={data?.site ?? null} display={display}>
          {children}
        </Shell>
        <ScrollRestoration nonce={data?.nonce} />
        <Scripts nonce={data?.nonce} />
      </body>
    </html>
  );
}

/** The bar of a phone's browser takes the colour of the paper: of the chosen theme, or of the device's. */
function ThemeColour({ chosen }: { chosen: "light" | "dark" | null }) {
  return (["light", "dark"] as const)
    .filter((theme) => chosen === null || theme === chosen)
    .map((theme) => (
      <meta
        key={theme}
        name="theme-color"
        content={theme === "light" ? "#faf6ee" : "#1a1713"}
        media={chosen === null ? `(prefers-color-scheme: ${theme})` : undefined}
      />
    ));
}

export default function App() {
  return <Outlet />;
}

/** The page for 404, 403 and everything unforeseen, inside the site's own frame. */
export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} contact={frame?.site.contact ?? null} viewerName={frame?.viewer?.name} />;
}
