import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { postLetter } from "#app/platform/mail/outbox.server.ts";
import { loader as sampleDocument } from "#app/routes/sandbox/letter-document.ts";
import { loader as samples } from "#app/routes/sandbox/letters.tsx";
import { loader as mailbox } from "#app/routes/sandbox/mail.tsx";
import { loader as mailDocument } from "#app/routes/sandbox/mail-document.ts";
import { sampleLetter } from "#app/routes/sandbox/sample-letters.ts";

const visit = (params: Record<string, string> = {}, local = true, path = "/") => ({
  params,
  request: new Request(`http://localhost:3000${path}`),
  context: {
    nonce: "",
    locale: "nl",
    viewer: null,
    sessionPublicId: null,
    renewedCookie: null,
    local,
    clientAddress: "127.0.0.1",
    now: new Date("2026-11-22T09:00:00Z"),
  } satisfies AppLoadContext,
});

async function statusOf(door: () => unknown): Promise<number> {
  try {
    await door();
    return 200;
  } catch (thrown) {
    return (thrown as Response).status;
  }
}

const receipt = sampleLetter("nl", "receipt");

async function posted(): Promise<string> {
  if (!receipt) throw new Error("There is no sample of a receipt.");
  await postLetter(db, { key: "mailbox", kind: "test", to: "noor@example.nl", letter: receipt });
  return (await db.outboxMail.findUniqueOrThrow({ where: { key: "mailbox" }, select: { id: true } })).id;
}

test("a letter in the mailbox is shown in both forms, the set one fenced in", async () => {
  const id = await posted();
  const { letters } = await mailbox(visit());
  expect(letters[0]).toMatchObject({ id, to: "noor@example.nl", locale: "nl", text: expect.stringContaining("K7M3Q2XD") });
  const document = await mailDocument(visit({ id }));
  expect(await document.text()).toContain("K7M3Q2XD");
  const policy = document.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).toMatch(/(?:^|; )sandbox (?!.*allow-(?:scripts|same-origin))/);
  expect(policy).not.toContain("script-src");
});

test("samples of every letter can be seen, by day and by lamplight", async () => {
  expect(samples(visit()).letters.length).toBeGreaterThan(20);
  const params = { locale: "en", name: "sign-in" };
  expect(await sampleDocument(visit(params)).text()).toContain("@media (prefers-color-scheme:dark)");
  expect(await sampleDocument(visit(params, true, "/?light=dark")).text()).toContain("@media all");
});

test("nobody else sees any of it; what is not there is not found", async () => {
  const id = await posted();
  expect(await statusOf(() => mailbox(visit({}, false)))).toBe(404);
  expect(await statusOf(() => mailDocument(visit({ id }, false)))).toBe(404);
  expect(await statusOf(() => samples(visit({}, false)))).toBe(404);
  expect(await statusOf(() => sampleDocument(visit({ locale: "nl", name: "receipt" }, false)))).toBe(404);
  expect(await statusOf(() => sampleDocument(visit({ locale: "nl", name: "love" })))).toBe(404);
  expect(await statusOf(() => mailDocument(visit({ id: "1" })))).toBe(404);
  expect(await statusOf(() => mailDocument(visit({ id: "00000000-0000-7000-8000-000000000000" })))).toBe(404);
});
