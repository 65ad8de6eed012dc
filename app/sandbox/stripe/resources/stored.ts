import { z } from "zod";
import { missing } from "../http/errors.ts";
import { type Condition, readPage } from "../http/lists.ts";
import { expand, paging } from "../http/params.ts";
import { type Route, read } from "../http/route.ts";
import { findDocument, type Kind } from "../store/documents.ts";

/** GET one stored object by its id. */
export function retrieveRoute(path: string, paramsType: string, kind: Kind, noun: string, param = "id"): Route {
  return read(`${path}/:id`, paramsType, z.strictObject({ expand: expand.optional() }), async (db, call) => {
    const id = call.ids[0] ?? "";
    const found = await findDocument(db, kind, id);
    if (!found) throw missing(noun, id, param);
    return found;
  });
}

/** GET a list of stored objects, newest first, narrowed by fields that must be equal. */
export function listRoute(path: string, paramsType: string, kind: Kind, filters: readonly string[]): Route {
  const shape = Object.fromEntries(filters.map((name) => [name, z.string().optional()]));
  const schema = z.strictObject({ ...paging, ...shape });
  return read(path, paramsType, schema, (db, _call, params) => {
    const given = params as Record<string, unknown>;
    const equal = filters.filter((name) => given[name] !== undefined).map((name): Condition => [`body->>'${name}' = ?`, given[name]]);
    return readPage(db, "document", path, params, [["kind = ?", kind], ...equal]);
  });
}
