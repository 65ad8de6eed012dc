import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { AppLoadContext, EntryContext, ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import * as active from "#app/routes/learn/active.tsx";
import * as autosave from "#app/routes/learn/autosave.ts";
import * as begin from "#app/routes/learn/begin.tsx";
import * as continueReading from "#app/routes/learn/continue.ts";
import * as course from "#app/routes/learn/course.tsx";
import * as evaluation from "#app/routes/learn/evaluation.tsx";
import * as finish from "#app/routes/learn/finish.tsx";
import * as hint from "#app/routes/learn/hint.ts";
import * as lesson from "#app/routes/learn/lesson.tsx";
import * as notes from "#app/routes/learn/notes.tsx";
import * as notesFile from "#app/routes/learn/notes-file.ts";
import * as overview from "#app/routes/learn/overview.tsx";
import * as printLesson from "#app/routes/learn/print-lesson.tsx";
import * as printModule from "#app/routes/learn/print-module.tsx";
import * as reopen from "#app/routes/learn/reopen.tsx";
import * as step from "#app/routes/learn/step.tsx";
import * as submitCase from "#app/routes/learn/submit-case.tsx";
import * as testAnswer from "#app/routes/learn/test-answer.tsx";
import * as testPage from "#app/routes/learn/test-page.tsx";
import * as testSave from "#app/routes/learn/test-save.tsx";
import * as testStart from "#app/routes/learn/test-start.tsx";
import * as testSubmit from "#app/routes/learn/test-submit.tsx";
import * as vignette from "#app/routes/learn/vignette.tsx";
import * as vignetteAgain from "#app/routes/learn/vignette-again.tsx";
import * as vignetteChoose from "#app/routes/learn/vignette-choose.tsx";
import * as writing from "#app/routes/learn/writing.tsx";

type RouteModule = ServerBuild["routes"][string]["module"];

const root = { default: () => <Outlet /> } as RouteModule;

const site: [id: string, parent: string | undefined, path: string | undefined, module: unknown][] = [
  ["root", undefined, "", root],
  ["routes/learn/overview", "root", "learn", overview],
  ["routes/learn/continue", "root", "continue", continueReading],
  ["routes/learn/hint", "root", "learn/hint", hint],
  ["routes/learn/notes", "root", "learn/:slug/notes", notes],
  ["routes/learn/notes-file", "root", "learn/:slug/notes/file", notesFile],
  ["routes/learn/course", "root", "learn/:slug", course],
  ["routes/learn/begin", "routes/learn/course", "begin", begin],
  ["routes/learn/test-page", "root", "learn/:slug/tests/:testId", testPage],
  ["routes/learn/test-start", "routes/learn/test-page", "start", testStart],
  ["routes/learn/test-save", "routes/learn/test-page", "save", testSave],
  ["routes/learn/test-submit", "routes/learn/test-page", "submit", testSubmit],
  ["routes/learn/test-answer", "routes/learn/test-page", "answer", testAnswer],
  ["routes/learn/evaluation", "root", "learn/:slug/evaluation", evaluation],
  ["routes/learn/vignette", "root", "learn/:slug/:lessonId/vignette/:vignetteId", vignette],
  ["routes/learn/vignette-choose", "routes/learn/vignette", "choose", vignetteChoose],
  ["routes/learn/vignette-again", "routes/learn/vignette", "again", vignetteAgain],
  ["routes/learn/print-module", "root", "learn/:slug/modules/:moduleId/print", printModule],
  ["routes/learn/print-lesson", "root", "learn/:slug/:lessonId/print", printLesson],
  ["routes/learn/lesson", "root", "learn/:slug/:lessonId", lesson],
  ["routes/learn/finish", "routes/learn/lesson", "finish", finish],
  ["routes/learn/reopen", "routes/learn/lesson", "reopen", reopen],
  ["routes/learn/note", "routes/learn/lesson", "note/:stepId", writing],
  ["routes/learn/note-autosave", "routes/learn/lesson", "note/:stepId/autosave", autosave],
  ["routes/learn/step", "routes/learn/lesson", "step", step],
  ["routes/learn/active", "routes/learn/lesson", "active", active],
  ["routes/learn/autosave", "routes/learn/lesson", "autosave/:blockId", autosave],
  ["routes/learn/writing", "routes/learn/lesson", "writing/:blockId", writing],
  ["routes/learn/submit-case", "routes/learn/lesson", "case/:blockId/submit", submitCase],
];

function render(request: Request, status: number, headers: Headers, remix: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough();
        pipe(body);
        text(body).then((html) => resolve(new Response(html, { status, headers })), reject);
      },
      onShellError: reject,
    });
  });
}

/** A 404 is an answer; everything else is a bug to be seen. */
function complain(error: unknown): void {
  if (!isRouteErrorResponse(error)) console.error(error);
}

const build = {
  entry: { module: { default: render, streamTimeout: 500, handleError: complain } },
  routes: Object.fromEntries(site.map(([id, parentId, path, module]) => [id, { id, parentId, path, module: module as RouteModule }])),
  assets: {
    entry: { imports: [], module: "/entry.js" },
    routes: Object.fromEntries(
      site.map(([id, parentId, path]) => [
        id,
        {
          id,
          parentId,
          path,
          hasLoader: true,
          hasAction: true,
          hasErrorBoundary: false,
          hasClientAction: false,
          hasClientLoader: false,
          module: `/${id}.js`,
        },
      ]),
    ),
    url: "/manifest.js",
    version: "test",
  },
  publicPath: "/",
  assetsBuildDirectory: "",
  basename: "/",
  mode: "production",
  isSpaMode: false,
  future: {
    v3_singleFetch: true,
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    unstable_optimizeDeps: false,
    v3_routeConfig: true,
  },
} as unknown as ServerBuild;

const handle = createRequestHandler(build, "production");
const origin = "http://localhost:3000";

/** What the learner's pages need to know of a request; nobody is signed in unless `personId` is given. */
function contextOf(personId: string | null, now: Date): AppLoadContext {
  const viewer = personId
    ? { id: personId, name: "Noor Test", email: "noor@example.test", locale: "nl", role: "learner", emailVerified: true }
    : null;
  return { nonce: "n", locale: "nl", viewer, sessionPublicId: null, renewedCookie: null, local: true, clientAddress: "127.0.0.1", now };
}

/** The pages of learning as a browser without JavaScript meets them. */
export function visitor(personId: string | null, now: Date) {
  const send = async (path: string, init: RequestInit) => {
    const answer = await handle(new Request(origin + path, init), contextOf(personId, now));
    return { status: answer.status, to: answer.headers.get("Location"), headers: answer.headers, html: await answer.text() };
  };
  return {
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: (path: string, fields: Record<string, string> = {}) =>
      send(path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "Content-Type": "application/x-www-form-urlencoded", Host: "localhost:3000", Origin: origin },
      }),
  };
}
