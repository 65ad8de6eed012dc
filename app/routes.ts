import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** The site map: every URL, its nesting and its file. A verb's URL is a child of the page whose form it answers. */
export default [
  index("routes/marketing/home.tsx"),
  route("terms", "routes/marketing/terms.tsx"),
  route("privacy", "routes/marketing/privacy.tsx"),
  route("language", "routes/marketing/language.tsx"),
  route("display", "routes/marketing/display.tsx"),
  route("robots.txt", "routes/marketing/robots.ts"),
  route("sitemap.xml", "routes/marketing/sitemap.ts"),

  ...prefix("masterclasses", [
    index("routes/catalogue/courses.tsx"),
    route(":slug", "routes/catalogue/course.tsx"),
    route(":slug/preview/:lessonId", "routes/catalogue/preview.tsx"),
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

  route("learn", "routes/learn/overview.tsx"),
  route("learn/:slug", "routes/learn/course.tsx", [route("begin", "routes/learn/begin.tsx")]),
  route("learn/:slug/tests/:testId", "routes/learn/test-page.tsx", [
    route("start", "routes/learn/test-start.tsx"),
    route("save", "routes/learn/test-save.tsx"),
    route("submit", "routes/learn/test-submit.tsx"),
    route("answer", "routes/learn/test-answer.tsx"),
    route("autosave", "routes/learn/test-autosave.tsx"),
  ]),
  route("learn/:slug/:lessonId", "routes/learn/lesson.tsx", [
    route("finish", "routes/learn/finish.tsx"),
    route("step", "routes/learn/step.tsx"),
    route("active", "routes/learn/active.tsx"),
    route("autosave/:blockId", "routes/learn/autosave.ts"),
    route("writing/:blockId", "routes/learn/writing.tsx"),
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

  // Everything else: the site's own 404, inside its frame.
  route("*", "routes/marketing/not-found.tsx"),
] satisfies RouteConfig;
