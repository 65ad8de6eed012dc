import { expect, test } from "vitest";
import { changedDisplay, displayCookie, readDisplay } from "./display.server.ts";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

test("who chose nothing gets what the device says", () => {
  expect(readDisplay(null)).toEqual({ theme: null, textSize: null, shortcuts: false });
});

test("a choice is kept beside the choices made before", () => {
  const dark = changedDisplay(readDisplay(null), form({ theme: "dark" }));
  const large = changedDisplay(dark, form({ size: "large" }));
  const cookie = displayCookie(large, true);
  expect(readDisplay(cookie.split(";")[0] ?? "")).toEqual({ theme: "dark", textSize: "large", shortcuts: false });
  expect(cookie).toContain("; Secure");
});

test("a choice can be given back to the device", () => {
  const dark = readDisplay("taal=nl; weergave=dark.large.on");
  expect(changedDisplay(dark, form({ theme: "system", size: "normal", shortcuts: "off" }))).toEqual({
    theme: null,
    textSize: null,
    shortcuts: false,
  });
});

test("words that are no choice change nothing", () => {
  const kept = { theme: "dark", textSize: null, shortcuts: true } as const;
  expect(changedDisplay(kept, form({ theme: "neon", size: "72", shortcuts: "maybe" }))).toEqual(kept);
  expect(readDisplay('weergave=dark"><script>.x.y')).toEqual({ theme: "dark", textSize: null, shortcuts: false });
});
