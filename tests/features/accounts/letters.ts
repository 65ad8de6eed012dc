import { db } from "#app/platform/db.server.ts";

export const signature = ["Cursusbureau", "Voorbeeldacademie"];

/** The newest letter to an address as its reader sees it: kind, subject, text, the code and the link's token; null when there is none. */
export async function newestLetter(to: string) {
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

export const countLetters = (to: string) => db.outboxMail.count({ where: { to } });

/** Another code than this one. */
export const wrongCode = (code: string) => (code === "000000" ? "000001" : "000000");
