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
  /** what was changed in a course, and why */
  courseChanges: (slug: string) => `/masterclasses/${e(slug)}/changes`,
  /** `asked`: the level of evidence and the course to show */
  sources: (asked: { level?: string; course?: string } = {}) => `/sources${query(asked)}`,
  /** whatever may be read, by its words */
  search: (asked?: string, page?: number) => `/search${query({ q: asked, page: page && page > 1 ? String(page) : undefined })}`,
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
  carryOver: (slug: string) => `/learn/${e(slug)}/carry-over`,
  lesson: (slug: string, lessonId: string, stepId?: string) => `/learn/${e(slug)}/${e(lessonId)}${stepId ? `#${e(stepId)}` : ""}`,
  lessonMedia: (slug: string, lessonId: string, name: string) => `/learn/${e(slug)}/${e(lessonId)}/media/${e(name)}`,
  /** the lesson on paper; with `texts` also what the learner wrote */
  printLesson: (slug: string, lessonId: string, texts?: boolean) => `/learn/${e(slug)}/${e(lessonId)}/print${texts ? "?texts=1" : ""}`,
  printModule: (slug: string, moduleId: string, texts?: boolean) =>
    `/learn/${e(slug)}/modules/${e(moduleId)}/print${texts ? "?texts=1" : ""}`,
  finishLesson: (slug: string, lessonId: string) => `/learn/${e(slug)}/${e(lessonId)}/finish`,
  /** a branching conversation; with `sceneId` the place on its page */
  vignette: (slug: string, lessonId: string, vignetteId: string, sceneId?: string) =>
    `/learn/${e(slug)}/${e(lessonId)}/vignette/${e(vignetteId)}${sceneId ? `#scene-${e(sceneId)}` : ""}`,
  /** what somebody thinks of a course */
  evaluation: (slug: string) => `/learn/${e(slug)}/evaluation`,
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
  officeEvaluations: () => "/office/evaluations",
  officePerson: (id: string) => `/office/people/${e(id)}`,
  officeExtraAttempt: (id: string) => `/office/people/${e(id)}/extra-attempt`,
  /** how the questions of every test do, and of one */
  officeItems: () => "/office/items",
  officeItemsOf: (slug: string, edition: string, testId: string) => `/office/items/${e(slug)}/${e(edition)}/${e(testId)}`,
  officeCourses: () => "/office/courses",
  /** `done` names the act on an edition that was just done */
  officeCourse: (slug: string, done?: "review" | "sell" | "withdraw" | "retire") => `/office/courses/${e(slug)}${query({ done })}`,
  officeEdition: (slug: string, number: string, act: "review" | "sell" | "withdraw" | "retire") =>
    `/office/courses/${e(slug)}/${e(number)}/${act}`,
  officeOffers: (done?: "added" | "ended") => `/office/offers${query({ done })}`,
  officeAddOffer: (slug: string) => `/office/offers/${e(slug)}/new`,
  officeEndOffer: (id: string) => `/office/offers/${e(id)}/end`,
  officeAccreditations: (done?: "saved") => `/office/accreditations${query({ done })}`,
  /** without `id` a new one */
  officeAccreditation: (slug: string, id = "new") => `/office/accreditations/${e(slug)}/${e(id)}`,
  officeProvider: (done?: "saved") => `/office/provider${query({ done })}`,
  officeHelpLines: (done?: "checked" | "saved" | "removed") => `/office/help-lines${query({ done })}`,
  /** without `id` a new one */
  officeHelpLine: (id = "new") => `/office/help-lines/${e(id)}`,
  officeHelpLineAct: (id: string, act: "checked" | "remove") => `/office/help-lines/${e(id)}/${act}`,
  officeCorrections: () => "/office/corrections",
  officeCorrectLesson: (slug: string, edition: string, lessonId: string) => `/office/corrections/${e(slug)}/${e(edition)}/${e(lessonId)}`,
  officeCorrectPassage: (slug: string, edition: string, lessonId: string, passage: number) =>
    `/office/corrections/${e(slug)}/${e(edition)}/${e(lessonId)}/${passage}`,
  officeRevision: (slug: string, edition: string, revision: number, done?: "corrected" | "told") =>
    `/office/revisions/${e(slug)}/${e(edition)}/${revision}${query({ done })}`,
  officeRevisionPatch: (slug: string, edition: string, revision: number) => `/office/revisions/${e(slug)}/${e(edition)}/${revision}/patch`,

  sandboxMail: () => "/sandbox/mail",
  sandboxMailDocument: (id: string) => `/sandbox/mail/${e(id)}`,
  sandboxLetters: () => "/sandbox/letters",
  sandboxLetterDocument: (locale: string, name: string, light?: "dark") => `/sandbox/letters/${e(locale)}/${e(name)}${query({ light })}`,
} as const;
