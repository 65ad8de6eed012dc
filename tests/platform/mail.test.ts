import { createServer } from "node:net";
import { expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { postLetter, sendMail } from "#app/platform/mail/outbox.server.ts";
import { patientFor, smtpTransport } from "#app/platform/mail/transport.server.ts";

const now = new Date("2026-11-22T10:00:00Z");
const letter = {
  locale: "nl" as const,
  subject: "Dag",
  greeting: "Dag Sanne,",
  paragraphs: ["Hier is een brief."],
  signature: {
    name: 'Academie "De Kring", Nijmegen',
    contact: { name: "Cursusbureau", phone: "+31 20 000 00 00", email: "bureau@example.nl" },
    details: ["KvK 00000000"],
    logo: null,
  },
};

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

/** A mail server that takes everything; resolves with the message as it came over the wire. */
async function mailServer(): Promise<{ url: string; message: Promise<string> }> {
  let took: (message: string) => void = () => {};
  const message = new Promise<string>((resolve) => {
    took = resolve;
  });
  const server = createServer((socket) => {
    let received = "";
    let inMessage = false;
    socket.write("220 mail\r\n");
    socket.on("data", (chunk) => {
      received += chunk.toString();
      if (inMessage && received.endsWith("\r\n.\r\n")) {
        inMessage = false;
        took(received);
        server.close();
      } else if (inMessage || !received.endsWith("\r\n")) return;
      else inMessage = received.startsWith("DATA");
      received = "";
      socket.write(inMessage ? "354 go on\r\n" : "250 fine\r\n");
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, message };
}

test("a letter goes out in both forms, from the provider by name, with answers to the contact", async () => {
  const { url, message } = await mailServer();
  await sendMail(await posted("wire"), now, smtpTransport(url, "no-reply@leren.example"));
  const wire = await message;
  expect(wire).toContain('From: "Academie \\"De Kring\\", Nijmegen" <no-reply@leren.example>');
  expect(wire).toContain("Reply-To: bureau@example.nl");
  expect(wire).toContain("Auto-Submitted: auto-generated");
  expect(wire).not.toMatch(/^List-/m);
  expect(wire).toContain("Content-Type: multipart/alternative");
  expect(wire.indexOf("Content-Type: text/plain")).toBeLessThan(wire.indexOf("Content-Type: text/html"));
  expect(wire.indexOf("Content-Type: text/plain")).toBeGreaterThan(0);
});

test("an operator who named the sender is obeyed; a letter of before names were kept still goes", async () => {
  const { url, message } = await mailServer();
  const id = await posted("old");
  await db.outboxMail.update({ where: { id }, data: { fromName: null, replyTo: null }, select: { id: true } });
  await sendMail(id, now, smtpTransport(url, "Het bureau <no-reply@leren.example>"));
  const wire = await message;
  expect(wire).toContain("From: Het bureau <no-reply@leren.example>");
  expect(wire).not.toContain("Reply-To:");
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
