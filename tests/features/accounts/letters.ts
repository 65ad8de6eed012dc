import { codeAskedJob, sendAskedCode } from "#app/features/accounts/code-asked.server.ts";
import { recordRefusedSignIn, signInRefusedJob } from "#app/features/accounts/sign-in-refused.server.ts";
import { db } from "#app/platform/db.server.ts";
import { handle } from "#app/platform/jobs/job.ts";

export const signature = {
  name: "Voorbeeldacademie",
  contact: { name: "Cursusbureau", phone: "+31 20 000 00 00", email: "bureau@voorbeeld.example" },
  details: ["Voorbeeldstraat 0, 0000 AA Voorbeeldstad"],
  logo: null,
};

/** The clock of the stories here: their letters go out at this moment. */
const now = new Date("2026-11-22T09:00:00Z");

const jobs = [handle(codeAskedJob, (asked) => sendAskedCode({ ...asked, signature }, now)), handle(signInRefusedJob, recordRefusedSignIn)];

/** Does what the doors left for later, in the order they asked. */
export async function workOffJobs(): Promise<void> {
  const waiting = await db.$queryRaw<{ id: bigint; name: string; payload: unknown }[]>`
    select job.id, task.identifier as name, job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier like 'accounts.%' order by job.id`;
  for (const { id, name, payload } of waiting) {
    await jobs.find((job) => job.name === name)?.run(payload);
    await db.$executeRaw`delete from graphile_worker._private_jobs where id = ${id}`;
  }
}

/** The newest letter to an address as its reader sees it: kind, subject, text, the code and the link's token; null when there is none. */
export async function newestLetter(to: string) {
  await workOffJobs();
  const mail = await db.outboxMail.findFirst({
    where: { to },
    orderBy: { id: "desc" },
    select: { kind: true, subject: true, text: true, locale: true },
  });
  if (!mail) return null;
  const url = /https?:\S+/.exec(mail.text)?.[0] ?? "http://none.example";
  return { ...mail, code: /^\d{6}$/m.exec(mail.text)?.[0] ?? "", url: new URL(url), token: new URL(url).pathname.split("/").at(-1) ?? "" };
}

export async function letterTo(to: string) {
  const letter = await newestLetter(to);
  if (!letter) throw new Error(`No letter went to ${to}.`);
  return letter;
}

export async function countLetters(to: string): Promise<number> {
  await workOffJobs();
  return db.outboxMail.count({ where: { to } });
}

/** Another code than this one. */
export const wrongCode = (code: string) => (code === "000000" ? "000001" : "000000");
