import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";

/** A page as a browser without JavaScript gets it, with what its door answered. */
export async function shown(page: ComponentType, loaded: object, answered?: unknown): Promise<string> {
  const routes = [{ id: "page", path: "*", Component: page, loader: () => loaded }];
  const { dataRoutes, query } = createStaticHandler(routes);
  const context = await query(new Request("http://localhost:3000/office"));
  if (context instanceof Response) throw new Error("A page was expected.");
  if (answered) context.actionData = { page: answered };
  return renderToStaticMarkup(
    createElement(StaticRouterProvider, { router: createStaticRouter(dataRoutes, context), context, hydrate: false }),
  );
}
