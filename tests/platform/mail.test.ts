import { createServer } from "node:net";
import { expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { postLetter, sendMail } from "#app/platform/mail/outbox.server.ts";
import { patientFor, smtpTransport } from "#app/platform/mail/transport.server.ts";

const now = new Date("2026-11-22T10:00:00Z");
const letter = { subject: "Dag", paragraphs: ["Dag Sanne"], signature: ["Cursusbureau"], locale: "nl" as const };

async function posted(key: string): Promise<string> {
  await postLetter(db, { key, kind: "test", to: "sanne@example.nl", letter });
  return (await db.outboxMail.findUniqueOrThrow({ where: { key }, select: { id: true } })).id;
}

test("a mail server that takes the call and then says nothing is given up on, and the letter stays queued", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const { port } = silent.address() as { port: number };
  const id = await posted("hanging");
  const url = patientFor(`smtp://127.0.0.1:${port}?greetingTimeout=300`);
  await expect(sendMail(id, now, smtpTransport(url, "bureau@example.nl"))).rejects.toThrow(/greeting|timeout/i);
  silent.close();
  expect(await db.outboxMail.findUnique({ where: { id }, select: { state: true, attempts: true } })).toEqual({
    state: "queued",
    attempts: 1,
  });
});

test("every patience is fifteen seconds unless the operator says otherwise", () => {
  expect(new URL(patientFor("smtp://mail.example.nl")).searchParams.get("socketTimeout")).toBe("15000");
  expect(new URL(patientFor("smtp://mail.example.nl?socketTimeout=5000")).searchParams.get("socketTimeout")).toBe("5000");
});

test("nothing says sent before the mail server accepted it; the same letter twice is one letter", async () => {
  const id = await posted("receipt:1");
  expect(await posted("receipt:1")).toBe(id);
  expect(await db.outboxMail.findUnique({ where: { id }, select: { state: true, acceptedAt: true } })).toEqual({
    state: "queued",
    acceptedAt: null,
  });
  await sendMail(id, now, { send: async () => "<1@example.nl>" });
  await sendMail(id, now, {
    send: async () => {
      throw new Error("it was sent a second time");
    },
  });
  expect(await db.outboxMail.findUnique({ where: { id }, select: { state: true, acceptedAt: true } })).toEqual({
    state: "accepted",
    acceptedAt: now,
  });
});

test("after the last try a letter counts as failed", async () => {
  const id = await posted("refused");
  await db.outboxMail.update({ where: { id }, data: { attempts: 8 } });
  await sendMail(id, now, {
    send: async () => {
      throw new Error("550 no such user");
    },
  });
  expect(await db.outboxMail.findUnique({ where: { id }, select: { state: true, lastError: true } })).toMatchObject({
    state: "failed",
    lastError: expect.stringContaining("550"),
  });
});
