import { learnerPages } from "./pages-of-learners.ts";
import { officeFactPages } from "./pages-of-office-facts.ts";
import { officeTestPages } from "./pages-of-office-tests.ts";
import { testPages } from "./pages-of-tests.ts";
import { officePages } from "./pages-of-the-office.ts";
import { vignettePages } from "./pages-of-vignettes.ts";
import { visitorPages } from "./pages-of-visitors.ts";
import type { Visit } from "./visit.ts";

/** Every page in every state, in an order in which no visit spoils the next. */
export const pages: readonly Visit[] = [
  ...visitorPages,
  ...learnerPages,
  ...testPages,
  ...vignettePages,
  ...officePages,
  ...officeFactPages,
  ...officeTestPages,
];

/** Routes that show nothing of their own, and what they do instead. A route is either here or visited. */
export const withoutPage: Record<string, string> = {
  "routes/account/sessions-end": "a verb: ends a session and leads back",
  "routes/account/sessions-end-others": "a verb: ends sessions and leads back",
  "routes/bench/bare": "answers only while speed is measured",
  "routes/certificates/pdf": "a file",
  "routes/hooks/stripe": "for Stripe",
  "routes/learn/active": "a verb: counts minutes of reading",
  "routes/learn/autosave": "a verb: answers in JSON",
  "routes/learn/continue": "leads to where the reader was",
  "routes/learn/carry-over": "a verb: takes over what was done in another course, and leads back",
  "routes/learn/finish": "a verb: finishes a lesson and leads on",
  "routes/learn/hint": "a verb: remembers that a hint was seen",
  "routes/learn/note-autosave": "a verb: answers in JSON",
  "routes/learn/notes-file": "a file",
  "routes/learn/reopen": "a verb: reopens a lesson and leads back",
  "routes/learn/step": "a verb: remembers the step",
  "routes/learn/test-autosave": "a verb: answers in JSON",
  "routes/learn/vignette-again": "a verb: begins the conversation anew and leads to it",
  "routes/marketing/display": "a verb: keeps theme and text size",
  "routes/marketing/language": "a verb: changes the language",
  "routes/marketing/logo": "a picture: the provider's logo",
  "routes/marketing/manifest": "for whoever puts the site on a phone's first screen",
  "routes/marketing/og-image": "a picture: a course's card where its link is shared",
  "routes/marketing/robots": "for search engines",
  "routes/marketing/sitemap": "for search engines",
  "routes/office/correct-patch": "a file",
  "routes/office/help-lines-checked": "a verb: keeps that a number was called and leads back",
  "routes/office/help-lines-remove": "a verb: takes a help line away and leads back",
  "routes/office/recheck-order": "a verb: looks at an order again",
  "routes/sandbox/letter-document": "a letter by itself, without the site's frame",
  "routes/sandbox/mail-document": "a letter by itself, without the site's frame",
  "routes/office/resend-mail": "a verb: sends a letter again",
  "routes/office/retry-job": "a verb: tries a job again",
};
