/** Every link on the site, in one place. Values are encoded here and nowhere else. */
const query = (parameters: Record<string, string | undefined>) => {
  const entries = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
};
const e = encodeURIComponent;

export const paths = {
  home: () => "/",
  manifest: () => "/manifest.webmanifest",
  /** the provider's; `version` changes with it */
  logo: (version?: string) => `/logo${query({ v: version })}`,
  terms: () => "/terms",
  privacy: () => "/privacy",
  accessibility: () => "/accessibility",
  language: () => "/language",
  display: () => "/display",

  /** `asked`: what the list is searched for */
  courses: (asked: Record<string, string | undefined> = {}) => `/masterclasses${query(asked)}`,
  course: (slug: string) => `/masterclasses/${e(slug)}`,
  /** the picture that goes with a link to a page: of a course, or of the site; `version` changes with what is on it */
  ogImage: (slug: string | null, version?: string) => `/og/${slug === null ? "site" : `course-${e(slug)}`}.png${query({ v: version })}`,
  preview: (slug: string, lessonId: string) => `/masterclasses/${e(slug)}/preview/${e(lessonId)}`,
  /** what a course means by its words */
  glossary: (slug: string, termId?: string) => `/masterclasses/${e(slug)}/glossary${termId ? `#begrip-${e(termId)}` : ""}`,
  previewMedia: (slug: string, lessonId: string, name: string) => `/masterclasses/${e(slug)}/preview/${e(lessonId)}/media/${e(name)}`,
  buy: (slug: string) => `/masterclasses/${e(slug)}/buy`,

  signup: (next?: string) => `/signup${query({ next })}`,
  login: (next?: string) => `/login${query({ next })}`,
  loginCode: (next?: string) => `/login/code${query({ next })}`,
  logout: () => "/logout",
  verifyEmail: (next?: string) => `/verify-email${query({ next })}`,
  mailLink: (token: string) => `/link/${e(token)}`,
  resetPassword: (next?: string) => `/reset-password${query({ next })}`,
  account: () => "/account",
  accountSessions: () => "/account/sessions",

  checkoutReturn: (sessionId?: string) => `/checkout/thanks${query({ session_id: sessionId })}`,
  orders: () => "/account/orders",
  order: (reference: string) => `/account/orders/${e(reference)}`,

  learn: () => "/learn",
  /** wherever the reader was, in whatever course */
  continueReading: () => "/continue",
  learnCourse: (slug: string) => `/learn/${e(slug)}`,
  /** what the learner wrote in a course, and the same as one file */
  learnNotes: (slug: string) => `/learn/${e(slug)}/notes`,
  learnNotesFile: (slug: string) => `/learn/${e(slug)}/notes/file`,
  learnHint: () => "/learn/hint",
  begin: (slug: string) => `/learn/${e(slug)}/begin`,
  lesson: (slug: string, lessonId: string, stepId?: string) => `/learn/${e(slug)}/${e(lessonId)}${stepId ? `#${e(stepId)}` : ""}`,
  lessonMedia: (slug: string, lessonId: string, name: string) => `/learn/${e(slug)}/${e(lessonId)}/media/${e(name)}`,
  /** the lesson on paper; with `texts` also what the learner wrote */
  printLesson: (slug: string, lessonId: string, texts?: boolean) => `/learn/${e(slug)}/${e(lessonId)}/print${texts ? "?texts=1" : ""}`,
  printModule: (slug: string, moduleId: string, texts?: boolean) =>
    `/learn/${e(slug)}/modules/${e(moduleId)}/print${texts ? "?texts=1" : ""}`,
  finishLesson: (slug: string, lessonId: string) => `/learn/${e(slug)}/${e(lessonId)}/finish`,
  test: (slug: string, testId: string) => `/learn/${e(slug)}/tests/${e(testId)}`,

  certificates: () => "/certificates",
  certificateName: (slug: string) => `/certificates/confirm/${e(slug)}`,
  certificatePdf: (code: string) => `/certificates/${e(code)}.pdf`,
  verifyForm: () => "/verify",
  verify: (code: string) => `/verify/${e(code)}`,

  /** `done` names what was just set right, for the message at the top */
  office: (done?: "job" | "mail" | "order") => `/office${query({ done })}`,
  officeRecheckOrder: () => "/office/recheck-order",
  officeRetryJob: () => "/office/retry-job",
  officeResendMail: () => "/office/resend-mail",
  officePeople: () => "/office/people",
  officePerson: (id: string) => `/office/people/${e(id)}`,

  sandboxMail: () => "/sandbox/mail",
  sandboxMailDocument: (id: string) => `/sandbox/mail/${e(id)}`,
  sandboxLetters: () => "/sandbox/letters",
  sandboxLetterDocument: (locale: string, name: string, light?: "dark") => `/sandbox/letters/${e(locale)}/${e(name)}${query({ light })}`,
} as const;
