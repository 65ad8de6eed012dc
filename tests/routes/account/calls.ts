import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import type { FormRefusal } from "#app/http/forms.server.ts";
import { db } from "#app/platform/db.server.ts";

export const ORIGIN = "http://localhost:3000";
export const now = new Date("2026-11-22T09:00:00Z");

interface Call {
  path: string;
  fields?: Record<string, string>;
  params?: Record<string, string>;
  viewer?: Viewer | null;
  sessionPublicId?: string | null;
  cookie?: string;
  clientAddress?: string;
  at?: Date;
}

type Door = (given: ActionFunctionArgs) => unknown;

function given({
  path,
  fields,
  params = {},
  viewer = null,
  sessionPublicId = null,
  cookie = "",
  clientAddress = "127.0.0.1",
  at = now,
}: Call): ActionFunctionArgs {
  const context: AppLoadContext = {
    nonce: "",
    locale: "nl",
    viewer,
    sessionPublicId,
    renewedCookie: null,
    local: true,
    clientAddress,
    now: at,
  };
  const headers = { Cookie: cookie, "User-Agent": "Firefox/140.0 (Windows)" };
  const request = new Request(`${ORIGIN}${path}`, fields ? { method: "POST", body: new URLSearchParams(fields), headers } : { headers });
  return { request, params, context };
}

export interface Answer {
  status: number;
  /** where it leads, for a redirect */
  location: string | null;
  /** name=value pairs the browser now keeps, ready for a Cookie header */
  cookies: string;
  refusal: FormRefusal;
  body: Record<string, unknown>;
}

/** What a door answers to a post or, without fields, to a visit; thrown redirects are answers too. */
export async function call(door: Door, asked: Call): Promise<Answer> {
  const answer = await answerOf(() => door(given(asked)));
  if (answer instanceof Response) {
    const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    return {
      status: answer.status,
      location: answer.headers.get("Location"),
      cookies: cookies.join("; "),
      refusal: { values: {}, errors: {} },
      body: answer.headers.get("Content-Type")?.includes("json") ? ((await answer.json()) as Record<string, unknown>) : {},
    };
  }
  const { data, init } = isDataWithInit(answer) ? answer : { data: answer, init: null };
  return { status: init?.status ?? 200, location: null, cookies: "", refusal: data as FormRefusal, body: data as Record<string, unknown> };
}

/** Some loaders throw before they return a promise. */
async function answerOf(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

function isDataWithInit(answer: unknown): answer is { type: "DataWithResponseInit"; data: unknown; init: ResponseInit | null } {
  return typeof answer === "object" && answer !== null && "type" in answer && answer.type === "DataWithResponseInit";
}

/** Somebody who is signed in. */
export function viewerOf(person: { id: string; email: string; name: string; locale: string }, more: Partial<Viewer> = {}): Viewer {
  return { role: "learner", emailVerified: true, ...person, ...more };
}

/** Letters are signed by the provider, who is there on every installation that serves pages. */
export async function somebodyWhoSells(): Promise<void> {
  const contact = { name: "Cursusbureau", phone: "+31 20 000 00 00", email: "bureau@voorbeeld.example" };
  const address = { street: "Voorbeeldstraat 0", postcode: "0000 AA", city: "Voorbeeldstad", country: "NL" };
  const details = { tradeName: "Voorbeeldacademie", legalName: "Voorbeeldacademie", kvk: "00000000", address, contact };
  await db.provider.create({ data: { id: 1, details }, select: { id: true } });
}
