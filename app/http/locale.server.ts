import { AsyncLocalStorage } from "node:async_hooks";
import { overwriteGetLocale } from "#generated/paraglide/runtime.js";

export type Locale = "nl" | "en";

const current = new AsyncLocalStorage<Locale>();
// One instance, in the server build: set here around a request, read by every text of that request.
overwriteGetLocale(() => current.getStore() ?? "nl");

/** Runs `work` with its texts in `locale`. */
export function withLocale<T>(locale: Locale, work: () => T): T {
  return current.run(locale, work);
}

const isLocale = (value: string | undefined): value is Locale => value === "nl" || value === "en";

/** Profile, then cookie, then the browser's wish, then Dutch. */
export function chooseLocale(profile: string | undefined, cookieHeader: string | null, acceptLanguage: string | null): Locale {
  if (isLocale(profile)) return profile;
  const cookie = /(?:^|;\s*)taal=(nl|en)(?:;|$)/.exec(cookieHeader ?? "")?.[1];
  if (isLocale(cookie)) return cookie;
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return wishes.map((wish) => wish.language).find(isLocale) ?? "nl";
}

/** The cookie that keeps a visitor's choice for a year. */
export function localeCookie(locale: Locale, secure: boolean): string {
  return `taal=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure ? "; Secure" : ""}`;
}
