import type { Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import type { DemoSite } from "./demo-site.ts";
import { lessons, posted, refused, settled, slug, type Visit } from "./visit.ts";

const [first, , , reading, last] = lessons;
const reflection = `${paths.lesson(slug, first)}/writing/reflectie-alleen`;
const orderOf = (address: string) => async (site: DemoSite) => {
  const [row] = await site.query<{ reference: string }>(
    `select o.reference from "order" o join person p on p.id = o.person_id where p.email_key like $1 order by o.id desc limit 1`,
    [`${address}@%`],
  );
  return paths.order(row?.reference ?? "");
};

/** The site breaks under a page: what its loader reads is not there for a moment. */
const breaks = async (page: Page, site: DemoSite) => {
  await site.query("alter table certificate rename to certificate_away");
  await page.goto(paths.certificates());
};
const mended = (_page: Page, site: DemoSite) => site.query("alter table certificate_away rename to certificate");

/** What somebody sees who is signed in: their account, orders, lessons, texts and certificates. */
export const learnerPages: Visit[] = [
  { name: "learn-empty", path: paths.learn(), as: "bureau" },
  { name: "orders-empty", path: paths.orders(), as: "bureau" },
  { name: "certificates-empty", path: paths.certificates(), as: "bureau" },
  { name: "buy", path: paths.buy(slug), as: "bureau" },
  { name: "buy-refused", path: paths.buy(slug), as: "bureau", make: refused(paths.buy(slug), { vatId: "NL12" }) },
  { name: "buy-owned", path: paths.buy(slug), as: "noor.elamrani" },
  { name: "buy-begun", path: paths.buy(slug), as: "pieter.claes" },
  { name: "orders", path: paths.orders(), as: "noor.elamrani" },
  { name: "order", path: orderOf("noor.elamrani"), as: "noor.elamrani" },
  { name: "order-waiting", path: orderOf("samira.haddad"), as: "samira.haddad" },
  { name: "order-expired", path: orderOf("pieter.claes"), as: "pieter.claes" },
  { name: "order-checking", path: orderOf("grace.mensah"), as: "grace.mensah" },

  { name: "menu-open", path: paths.account(), as: "bureau", make: (page) => page.locator(".site-nav details summary").first().click() },
  { name: "account", path: paths.account(), as: "ayse.yildirim" },
  { name: "account-saved", path: `${paths.account()}?saved=profile`, as: "ayse.yildirim" },
  { name: "profile-refused", path: paths.account(), as: "ayse.yildirim", make: refused(`${paths.account()}/profile`) },
  {
    name: "registers-refused",
    path: paths.account(),
    as: "noor.elamrani",
    make: refused(`${paths.account()}/registers`, { "number-registerplein": "geen nummer <>" }),
  },
  { name: "sessions", path: paths.accountSessions(), as: "ayse.yildirim" },
  { name: "logout", path: paths.logout(), as: "ayse.yildirim" },
  {
    name: "logout-unsaved",
    path: paths.logout(),
    as: "ayse.yildirim",
    make: async (page) => {
      await page.evaluate(() => localStorage.setItem("kring-draft test poging", "{}"));
      await page.goto(paths.logout());
      await page.locator("main .notice-warning").waitFor();
      await page.evaluate(() => localStorage.clear());
    },
  },
  {
    name: "password-refused",
    path: paths.accountSessions(),
    as: "ayse.yildirim",
    make: refused(`${paths.accountSessions()}/password`, { password: "onjuist wachtwoord", newPassword: "kort" }),
  },

  { name: "learn", path: paths.learn(), as: "noor.elamrani" },
  { name: "learn-course", path: paths.learnCourse(slug), as: "noor.elamrani" },
  { name: "learn-course-to-begin", path: paths.learnCourse(slug), as: "huong.nguyen" },
  { name: "learn-course-not-yet", path: paths.learnCourse(slug), as: "janwillem.hoekstra" },
  { name: "begin-refused", path: paths.learnCourse(slug), as: "janwillem.hoekstra", make: posted(paths.begin(slug), {}) },
  { name: "learn-course-ended", path: paths.learnCourse(slug), as: "hilde.peeters" },
  { name: "learn-course-complete", path: paths.learnCourse(slug), as: "ayse.yildirim" },
  { name: "lesson", path: paths.lesson(slug, first), as: "noor.elamrani" },
  { name: "lesson-first-time", path: paths.lesson(slug, first), as: "femke.deboer" },
  {
    name: "lesson-keys",
    path: paths.lesson(slug, first),
    as: "noor.elamrani",
    make: async (page) => {
      await settled(page);
      await page.evaluate(() => document.querySelector<HTMLDialogElement>("dialog")?.showModal());
    },
  },
  { name: "lesson-print", path: paths.printLesson(slug, first, true), as: "noor.elamrani" },
  { name: "module-print", path: paths.printModule(slug, "gemis", true), as: "noor.elamrani" },
  { name: "lesson-half-way", path: paths.lesson(slug, reading), as: "noor.elamrani" },
  { name: "lesson-case", path: paths.lesson(slug, last), as: "noor.elamrani" },
  { name: "lesson-case-handed-in", path: paths.lesson(slug, last), as: "ayse.yildirim" },
  {
    name: "case-refused",
    path: paths.lesson(slug, last),
    as: "noor.elamrani",
    make: posted(`${paths.lesson(slug, last)}/case/casus-v-en-sem/submit`, { text: "te kort", version: "0" }),
  },
  {
    name: "writing-saved-elsewhere",
    path: paths.lesson(slug, first),
    as: "noor.elamrani",
    make: posted(reflection, { text: "Een andere tekst, van een ander apparaat.", version: "0" }),
  },
  {
    name: "note-saved-elsewhere",
    path: paths.lesson(slug, first),
    as: "noor.elamrani",
    make: async (page) => {
      const note = `${paths.lesson(slug, first)}/note/vier-woorden`;
      await posted(note, { text: "Een aantekening.", version: "0" })(page);
      await posted(note, { text: "Dezelfde aantekening, anders.", version: "0" })(page);
    },
  },
  { name: "writing-signed-out", path: paths.login(), make: posted(reflection, { text: "Wat ik schreef.", version: "0" }) },
  { name: "writing-closed", path: paths.learn(), as: "hilde.peeters", make: posted(reflection, { text: "Wat ik schreef.", version: "0" }) },
  { name: "notes", path: paths.learnNotes(slug), as: "noor.elamrani" },
  { name: "notes-empty", path: paths.learnNotes(slug), as: "lukasz.kowalczyk" },

  { name: "certificates", path: paths.certificates(), as: "ayse.yildirim" },
  { name: "certificates-to-confirm", path: paths.certificates(), as: "willem.vandermeulen" },
  { name: "certificate-name", path: paths.certificateName(slug), as: "willem.vandermeulen" },
  {
    name: "certificate-name-refused",
    path: paths.certificateName(slug),
    as: "willem.vandermeulen",
    make: refused(paths.certificateName(slug), { name: "7" }),
  },
  { name: "broken", path: paths.account(), as: "ayse.yildirim", make: breaks, after: mended },
];
