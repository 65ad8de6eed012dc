import type { NextFunction, Request, RequestHandler, Response } from "express";
import { editionPlays, previewPlays } from "#app/features/catalogue/media.server.ts";
import { isMediaName, mediaTypeOf } from "#app/features/catalogue/media.ts";
import { mediaFolder } from "#app/features/catalogue/media-store.server.ts";
import { accessTo } from "#app/features/enrolment/access.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { readContext } from "./context.server.ts";

/** The address of a lesson's clip behind the gate, and of one that anyone may see, as patterns. */
export const lessonMediaPath = decodeURIComponent(paths.lessonMedia(":slug", ":lessonId", ":name"));
export const previewMediaPath = decodeURIComponent(paths.previewMedia(":slug", ":lessonId", ":name"));

interface Asked {
  slug: string;
  lessonId: string;
  name: string;
}

type Door = RequestHandler<Record<string, string>>;

/**
 * A clip of a lesson, for who may open that lesson. It stands before the routes because Remix writes a stream as fast as it can be
 * read, without waiting for the line: a slow phone would have the whole video in the server's memory. Express's own file sending
 * waits, and answers ranges, conditions and broken-off requests.
 */
export const lessonMedia: Door = answer(async ({ slug, lessonId, name }, request, response) => {
  const { viewer, renewedCookie, now } = await readContext(request);
  // Whoever only watches must not be signed out in the middle of it. No answer of this door may be kept by anything in between.
  if (renewedCookie) response.append("Set-Cookie", renewedCookie);
  const access = viewer ? await accessTo(db, viewer.id, slug, now) : null;
  return access?.ok === true && access.begunAt !== null && (await editionPlays(access.editionId, lessonId, name));
});

/** The same for a lesson that anyone may read. */
export const previewMedia: Door = answer(({ slug, lessonId, name }) => previewPlays(slug, lessonId, name));

function answer(mayPlay: (asked: Asked, request: Request, response: Response) => Promise<boolean>): Door {
  return (request, response, next) => {
    const { slug = "", lessonId = "", name = "" } = request.params;
    const isId = (id: string) => /^[a-z0-9-]{1,120}$/.test(id);
    const known = isMediaName(name) && isId(slug) && isId(lessonId);
    (known ? mayPlay({ slug, lessonId, name }, request as unknown as Request, response) : Promise.resolve(false))
      .then((allowed) => (allowed ? send(response, name, next) : nothingHere(response, 404)))
      .catch(next);
  };
}

function send(response: Response, name: string, next: NextFunction): void {
  response.set("Content-Type", mediaTypeOf(name) ?? "application/octet-stream");
  // The name is the hash of the bytes, so they never change; each person's browser may keep them, nothing in between. They are
  // compressed by nature, and a range of something compressed on the way would be another range.
  response.set("Cache-Control", "private, max-age=31536000, immutable, no-transform");
  response.sendFile(name, { root: mediaFolder(), cacheControl: false }, (error) => {
    if (!error || response.headersSent) return;
    const status = "status" in error && typeof error.status === "number" ? error.status : 500;
    response.removeHeader("Content-Type");
    if (status < 500) nothingHere(response, status);
    else next(error);
  });
}

/** A player cannot follow a redirect to a sign-in page: whoever may not see the lesson hears that there is nothing here. */
function nothingHere(response: Response, status: number): void {
  response.status(status).set("Cache-Control", "no-store").end();
}
