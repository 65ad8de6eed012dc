import { paths } from "#app/paths.ts";
import type { Env } from "#app/platform/env.server.ts";

/**
 * Where the invented people sign in. The address of the site is known where it was given to this command; otherwise `npm start` may
 * have been told another one, and only the path is certain.
 */
export function signInAt(given: Readonly<Record<string, string | undefined>>, { origin }: Pick<Env, "origin">): string {
  return given.APP_ORIGIN || given.PORT ? `${origin}${paths.login()}` : `${paths.login()} of your site`;
}
