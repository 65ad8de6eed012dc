import type { Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import type { DemoSite } from "./demo-site.ts";
import { signedInPerson } from "./people.ts";
import { lessons, posted, refused, sent, settled, slug, type Visit } from "./visit.ts";

const stranger = { newPassword: "een rustige avonddienst", name: "Noor de Wit" };
let strangers = 0;
/** somebody new each time: addresses are counted, and so are tries */
const newAddress = () => `bezoeker-${strangers++}@voorbeeld.example`;

const signedUp = (page: Page) => sent(paths.signup(), { ...stranger, email: newAddress() }, /verify-email/)(page);
const codeAsked = (page: Page) => sent(paths.loginCode(), { email: newAddress() }, /login\/code\/enter/)(page);
const resetAsked = (page: Page) => sent(paths.resetPassword(), { email: newAddress() }, /reset-password\/code/)(page);

const certificateCode = async (site: DemoSite) => {
  const [row] = await site.query<{ code: string }>("select code from certificate limit 1");
  return row?.code ?? "";
};
const paymentOf = (address: string) => async (site: DemoSite) => {
  const [row] = await site.query<{ session_id: string }>(
    `select a.session_id from payment_attempt a join "order" o on o.id = a.order_id join person p on p.id = o.person_id
     where p.email_key like $1 order by a.id desc limit 1`,
    [`${address}@%`],
  );
  return paths.checkoutReturn(row?.session_id);
};

/** A newcomer of their own: whoever of the demo paid would have an order more. */
const atThePaymentPage = async (page: Page, site: DemoSite) => {
  const { token } = await signedInPerson(site);
  await page.context().addCookies([{ name: "kring", value: token, url: site.origin }]);
  await page.goto(paths.buy(slug));
  await settled(page);
  await page.locator("main input[type=radio]").first().check();
  await page
    .locator(`form[action="${paths.buy(slug)}"] button`)
    .last()
    .click();
  await page.waitForURL((url) => url.origin === site.sandbox);
};

/** What anybody may open: the shop window, the way in, the check of a certificate. */
export const visitorPages: Visit[] = [
  { name: "home", path: paths.home() },
  { name: "courses", path: paths.courses() },
  { name: "courses-none-found", path: `${paths.courses()}?q=zonnebloem` },
  { name: "course", path: paths.course(slug) },
  { name: "preview", path: paths.preview(slug, lessons[0]) },
  { name: "glossary", path: paths.glossary(slug) },
  { name: "changes", path: paths.courseChanges(slug) },
  { name: "sources", path: paths.sources() },
  { name: "sources-of-a-level", path: paths.sources({ level: "meta-analysis", course: slug }) },
  { name: "search", path: paths.search() },
  { name: "search-found", path: paths.search("eenzaamheid") },
  { name: "search-near", path: paths.search("eenzaamhied") },
  { name: "search-none", path: paths.search("zonnebloem") },
  { name: "search-own", path: paths.search("gemis"), as: "noor.elamrani" },
  { name: "terms", path: paths.terms() },
  { name: "privacy", path: paths.privacy() },
  { name: "accessibility", path: paths.accessibility() },
  { name: "not-found", path: "/bestaat-niet" },

  { name: "signup", path: paths.signup(paths.buy(slug)) },
  { name: "signup-refused", path: paths.signup(), make: refused(paths.signup()) },
  { name: "verify-email", path: paths.signup(paths.buy(slug)), make: signedUp },
  {
    name: "verify-email-refused",
    path: paths.signup(),
    make: async (page) => {
      await signedUp(page);
      await refused(paths.verifyEmail(), { code: "12" })(page);
    },
  },
  {
    name: "verify-email-again-refused",
    path: paths.signup(),
    make: async (page) => {
      await signedUp(page);
      await posted(`${paths.verifyEmail()}/again`, { email: "geen adres" })(page);
    },
  },
  { name: "login", path: paths.login() },
  { name: "login-refused", path: paths.login(), make: refused(paths.login()) },
  { name: "login-code", path: paths.loginCode() },
  { name: "login-code-refused", path: paths.loginCode(), make: refused(paths.loginCode()) },
  { name: "login-code-enter", path: paths.loginCode(), make: codeAsked },
  {
    name: "login-code-enter-refused",
    path: paths.loginCode(),
    make: async (page) => {
      await codeAsked(page);
      await refused(`${paths.loginCode()}/enter`, { code: "12" })(page);
    },
  },
  { name: "reset-password", path: paths.resetPassword() },
  { name: "reset-password-refused", path: paths.resetPassword(), make: refused(paths.resetPassword()) },
  { name: "reset-password-code", path: paths.resetPassword(), make: resetAsked },
  {
    name: "reset-password-code-refused",
    path: paths.resetPassword(),
    make: async (page) => {
      await resetAsked(page);
      await refused(`${paths.resetPassword()}/code`, { code: "12", newPassword: "kort" })(page);
    },
  },
  { name: "mail-link-ended", path: paths.mailLink("aRGxnUyDPP8fdaEDJjZQrYTCbjR1u5Md") },
  { name: "office-claim-ended", path: "/office/claim/aRGxnUyDPP8fdaEDJjZQrYTCbjR1u5Md" },

  { name: "verify-form", path: paths.verify("").replace(/\/$/, "") },
  { name: "verify-found", path: async (site) => paths.verify(await certificateCode(site)) },
  { name: "verify-not-found", path: paths.verify("0000-0000-0000") },
  { name: "thanks-neutral", path: paths.checkoutReturn() },
  { name: "thanks-paid", path: paymentOf("noor.elamrani"), as: "noor.elamrani" },
  { name: "thanks-paid-later", path: paymentOf("janwillem.hoekstra"), as: "janwillem.hoekstra" },
  { name: "thanks-waiting", path: paymentOf("samira.haddad"), as: "samira.haddad" },
  { name: "thanks-expired", path: paymentOf("pieter.claes"), as: "pieter.claes" },
  { name: "thanks-checking", path: paymentOf("grace.mensah"), as: "grace.mensah" },
  { name: "sandbox-mail", path: paths.sandboxMail() },
  { name: "sandbox-letters", path: paths.sandboxLetters() },
  { name: "sandbox-pay", path: paths.course(slug), make: atThePaymentPage },
  { name: "sandbox-panel", path: (site) => `${site.sandbox}/_sandbox/` },
];
