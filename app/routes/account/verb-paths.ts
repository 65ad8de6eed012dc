import { paths } from "#app/paths.ts";

const after = (path: string, next: string | undefined) => (next ? `${path}?${new URLSearchParams({ next })}` : path);

/** The second steps and verbs of the pages in this folder; nobody links to them from elsewhere. */
export const verbPaths = {
  enterLoginCode: (next?: string) => after(`${paths.loginCode()}/enter`, next),
  enterResetCode: (next?: string) => after(`${paths.resetPassword()}/code`, next),
  sendVerificationAgain: () => `${paths.verifyEmail()}/again`,
  /** the page of the code, saying that a new one is on its way */
  sentAgain: (next?: string) => `${paths.verifyEmail(next)}${next ? "&" : "?"}again=1`,
  saveProfile: () => `${paths.account()}/profile`,
  saveRegisterNumbers: () => `${paths.account()}/registers`,
  endSession: () => `${paths.accountSessions()}/end`,
  endOtherSessions: () => `${paths.accountSessions()}/end-others`,
  changePassword: () => `${paths.accountSessions()}/password`,
} as const;

/** Where a new password leads: to the page that says so, and from there on to where the person was going. */
export function afterReset(next: string): string {
  const page = `${paths.accountSessions()}?done=password`;
  return next === "" || next === paths.accountSessions() ? page : `${page}&${new URLSearchParams({ next })}`;
}
