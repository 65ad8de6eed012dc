// What the product is compared with, each in a process of its own:
//   node beside-server.ts memory <port> <person id>  the product's own build, its root and lesson data kept after the first request
//   node beside-server.ts bare <port>                Remix with one page and nothing else
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
  type ServerBuild,
} from "@remix-run/node";
import { Links, Meta, Outlet, RemixServer, Scripts, useLoaderData } from "@remix-run/react";
import express from "express";
import { createElement as h } from "react";
import { renderToPipeableStream } from "react-dom/server";

const [kind, port, personId = ""] = process.argv.slice(2);
const build = kind === "memory" ? fromMemory(await productBuild()) : bareBuild();
const app = express();
app.disable("x-powered-by");
app.all("*", createRequestHandler({ build, mode: "production", getLoadContext: contextOf }));
app.listen(Number(port));
// Without the bench there is nobody to stop it.
process.on("disconnect", () => process.exit());

function contextOf(): AppLoadContext {
  return {
    nonce: randomBytes(16).toString("base64"),
    locale: "nl",
    viewer:
      kind === "memory"
        ? { id: personId, name: "Bram Jansen", email: "bram@bench.example", locale: "nl", role: "learner", emailVerified: true }
        : null,
    sessionPublicId: null,
    renewedCookie: null,
    local: true,
    clientAddress: "127.0.0.1",
    now: new Date(),
  };
}

async function productBuild(): Promise<ServerBuild> {
  return (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
}

/** The same routes and the same render; what loaders say is asked once for each address and then remembered. */
function fromMemory(product: ServerBuild): ServerBuild {
  const routes = { ...product.routes };
  for (const id of ["root", "routes/learn/lesson"]) {
    const route = routes[id];
    const loader = route?.module.loader;
    if (!route || !loader) throw new Error(`The build has no route ${id} with a loader.`);
    routes[id] = { ...route, module: { ...route.module, loader: remembering((args) => loader(args)) } };
  }
  return { ...product, routes };
}

function remembering(loader: (args: LoaderFunctionArgs) => unknown) {
  const known = new Map<string, unknown>();
  return async (args: LoaderFunctionArgs) => {
    const { pathname } = new URL(args.request.url);
    if (!known.has(pathname)) known.set(pathname, await loader(args));
    const said = known.get(pathname);
    return typeof said === "object" && said !== null && "nonce" in said ? { ...said, nonce: args.context.nonce } : said;
  };
}

/** Remix itself: a document with one sentence from one loader. */
function bareBuild(): ServerBuild {
  const page = { id: "page", parentId: "root", path: "bench/bare" };
  const manifest = {
    hasAction: false,
    hasLoader: false,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
    imports: [],
  };
  return {
    mode: "production",
    entry: { module: { default: renderPage, streamTimeout: 500 } },
    routes: {
      root: { id: "root", path: "", module: { default: Root } },
      page: { ...page, module: { default: Sentence, loader: () => ({ word: "kring" }) } },
    },
    assets: {
      entry: { imports: [], module: "/assets/entry.js" },
      routes: {
        root: { ...manifest, id: "root", path: "", module: "/assets/root.js" },
        page: { ...manifest, ...page, hasLoader: true, module: "/assets/page.js" },
      },
      url: "/assets/manifest.js",
      version: "bench",
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: true,
    },
    isSpaMode: false,
  } as ServerBuild;
}

function Root() {
  return h("html", { lang: "nl" }, h("head", null, h(Meta), h(Links)), h("body", null, h(Outlet), h(Scripts)));
}

function Sentence() {
  const { word } = useLoaderData() as { word: string };
  return h("p", null, word);
}

/** As the product's entry.server.tsx does it, timers cleared. */
function renderPage(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  return new Promise((done, fail) => {
    const { pipe } = renderToPipeableStream(h(RemixServer, { context, url: request.url }), {
      onShellReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        done(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: fail,
    });
  });
}
