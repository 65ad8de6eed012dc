import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** Pages for who builds the site: neither in its production build nor in the manifest that goes to every visitor. */
const whileBuilding = process.env.NODE_ENV === "development" ? [route("furniture", "routes/furniture/catalogue.tsx")] : [];

/** The site map: every URL, its nesting and its file. A verb's URL is a child of the page whose form it answers. */
export default [
  index("routes/marketing/home.tsx"),
  route("terms", "routes/marketing/terms.tsx"),
  route("privacy", "routes/marketing/privacy.tsx"),
  route("accessibility", "routes/marketing/accessibility.tsx"),
  route("language", "routes/marketing/language.tsx"),
  route("display", "routes/marketing/display.tsx"),
  route("robots.txt", "routes/marketing/robots.ts"),
  route("sitemap.xml", "routes/marketing/sitemap.ts"),
  route("og/:file", "routes/marketing/og-image.ts"),
  route("manifest.webmanifest", "routes/marketing/manifest.ts"),
  route("logo", "routes/marketing/logo.ts"),

  ...prefix("masterclasses", [
    index("routes/catalogue/courses.tsx"),
    route(":slug", "routes/catalogue/course.tsx"),
    route(":slug/preview/:lessonId", "routes/catalogue/preview.tsx"),
    route(":slug/glossary", "routes/catalogue/glossary.tsx"),
    route(":slug/buy", "routes/checkout/buy.tsx"),
  ]),

  route("signup", "routes/account/signup.tsx"),
  route("verify-email", "routes/account/verify-email.tsx", [route("again", "routes/account/verify-email-again.tsx")]),
  route("login", "routes/account/login.tsx"),
  route("login/code", "routes/account/login-code.tsx"),
  route("login/code/enter", "routes/account/login-code-enter.tsx"),
  route("logout", "routes/account/logout.tsx"),
  route("link/:token", "routes/account/mail-link.tsx"),
  route("reset-password", "routes/account/reset-password.tsx"),
  route("reset-password/code", "routes/account/reset-password-code.tsx"),
  route("account", "routes/account/account.tsx", [
    route("profile", "routes/account/profile.tsx"),
    route("registers", "routes/account/registers.tsx"),
  ]),
  route("account/sessions", "routes/account/sessions.tsx", [
    route("end", "routes/account/sessions-end.tsx"),
    route("end-others", "routes/account/sessions-end-others.tsx"),
    route("password", "routes/account/sessions-password.tsx"),
  ]),
  route("account/orders", "routes/checkout/orders.tsx"),
  route("account/orders/:reference", "routes/checkout/order.tsx"),
  route("checkout/thanks", "routes/checkout/thanks.tsx"),
  route("hooks/stripe", "routes/hooks/stripe.ts"),

  route("continue", "routes/learn/continue.ts"),
  route("learn", "routes/learn/overview.tsx"),
  route("learn/hint", "routes/learn/hint.ts"),
  route("learn/:slug", "routes/learn/course.tsx", [route("begin", "routes/learn/begin.tsx")]),
  route("learn/:slug/notes", "routes/learn/notes.tsx"),
  route("learn/:slug/notes/file", "routes/learn/notes-file.ts"),
  route("learn/:slug/tests/:testId", "routes/learn/test-page.tsx", [
    route("start", "routes/learn/test-start.tsx"),
    route("save", "routes/learn/test-save.tsx"),
    route("submit", "routes/learn/test-submit.tsx"),
    route("answer", "routes/learn/test-answer.tsx"),
    route("autosave", "routes/learn/test-autosave.tsx"),
  ]),
  route("learn/:slug/modules/:moduleId/print", "routes/learn/print-module.tsx"),
  route("learn/:slug/:lessonId/print", "routes/learn/print-lesson.tsx"),
  route("learn/:slug/:lessonId", "routes/learn/lesson.tsx", [
    route("finish", "routes/learn/finish.tsx"),
    route("reopen", "routes/learn/reopen.tsx"),
    route("step", "routes/learn/step.tsx"),
    route("active", "routes/learn/active.tsx"),
    route("autosave/:blockId", "routes/learn/autosave.ts"),
    route("writing/:blockId", "routes/learn/writing.tsx"),
    // A note is a writing at a step: the same doors.
    route("note/:stepId", "routes/learn/writing.tsx", { id: "routes/learn/note" }),
    route("note/:stepId/autosave", "routes/learn/autosave.ts", { id: "routes/learn/note-autosave" }),
    route("case/:blockId/submit", "routes/learn/submit-case.tsx"),
  ]),

  route("certificates", "routes/certificates/list.tsx"),
  route("certificates/confirm/:slug", "routes/certificates/confirm.tsx"),
  route("certificates/:file", "routes/certificates/pdf.ts"),
  route("verify", "routes/certificates/verify-form.tsx"),
  route("verify/:code", "routes/certificates/verify.tsx"),

  route("office/claim/:token", "routes/account/claim-office.tsx"),
  route("office", "routes/office/layout.tsx", [
    index("routes/office/today.tsx"),
    route("recheck-order", "routes/office/recheck-order.tsx"),
    route("retry-job", "routes/office/retry-job.tsx"),
    route("resend-mail", "routes/office/resend-mail.tsx"),
    route("people", "routes/office/people.tsx"),
    route("people/:id", "routes/office/person.tsx"),
  ]),
  route("bench/bare", "routes/bench/bare.tsx"),
  route("sandbox/mail", "routes/sandbox/mail.tsx"),
  route("sandbox/mail/:id", "routes/sandbox/mail-document.ts"),
  route("sandbox/letters", "routes/sandbox/letters.tsx"),
  route("sandbox/letters/:locale/:name", "routes/sandbox/letter-document.ts"),
  ...whileBuilding,

  // Everything else: the site's own 404, inside its frame.
  route("*", "routes/marketing/not-found.tsx"),
] satisfies RouteConfig;
