/** Every link on the site, in one place. Values are encoded here and nowhere else. */
const query = (parameters: Record<string, string | undefined>) => {
  const entries = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
};
const e = encodeURIComponent;

export const paths = {
  home: () => "/",
  terms: () => "/terms",
  privacy: () => "/privacy",
  accessibility: () => "/accessibility",
  language: () => "/language",
  display: () => "/display",

  courses: () => "/masterclasses",
  course: (slug: string) => `/masterclasses/${e(slug)}`,
  preview: (slug: string, lessonId: string) => `/masterclasses/${e(slug)}/preview/${e(lessonId)}`,
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
  begin: (slug: string) => `/learn/${e(slug)}/begin`,
  lesson: (slug: string, lessonId: string, stepId?: string) => `/learn/${e(slug)}/${e(lessonId)}${stepId ? `#${e(stepId)}` : ""}`,
  finishLesson: (slug: string, lessonId: string) => `/learn/${e(slug)}/${e(lessonId)}/finish`,
  test: (slug: string, testId: string) => `/learn/${e(slug)}/tests/${e(testId)}`,

  certificates: () => "/certificates",
  certificateName: (slug: string) => `/certificates/confirm/${e(slug)}`,
  certificatePdf: (code: string) => `/certificates/${e(code)}.pdf`,
  verify: (code: string) => `/verify/${e(code)}`,

  /** `done` names what was just set right, for the message at the top */
  office: (done?: "job" | "mail" | "order") => `/office${query({ done })}`,
  officeRecheckOrder: () => "/office/recheck-order",
  officeRetryJob: () => "/office/retry-job",
  officeResendMail: () => "/office/resend-mail",
  officePeople: () => "/office/people",
  officePerson: (id: string) => `/office/people/${e(id)}`,

  sandboxMail: () => "/sandbox/mail",
} as const;
