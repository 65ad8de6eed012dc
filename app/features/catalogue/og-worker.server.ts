import { parentPort, workerData } from "node:worker_threads";
import { drawOgPicture } from "./og-drawing.server.ts";
import type { OgPicture } from "./og-picture.ts";

/** Draws one picture in a thread of its own. Run as a file by Node itself, outside the server's bundle. */
parentPort?.postMessage(drawOgPicture(workerData as OgPicture));
