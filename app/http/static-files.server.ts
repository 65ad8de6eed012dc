import type { RequestHandler } from "express";
import expressStaticGzip from "express-static-gzip";

/** Seconds. Names under /assets hold a hash of what is in them, so they never change. */
const YEAR = 31_536_000;
const HOUR = 3600;

/**
 * The built files of the browser, with the brotli and gzip made of them at build time. A file that is gone or cannot be read, because a
 * build is replaced under a running site, is a 404 for that one request and nothing more.
 */
export function staticFiles(clientFolder: string): RequestHandler {
  return expressStaticGzip(clientFolder, {
    enableBrotli: true,
    orderPreference: ["br", "gz"],
    index: false,
    serveStatic: {
      etag: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        const hashed = path.startsWith(`${clientFolder}/assets/`);
        response.setHeader("Cache-Control", hashed ? `public, max-age=${YEAR}, immutable` : `public, max-age=${HOUR}`);
      },
    },
  });
}
