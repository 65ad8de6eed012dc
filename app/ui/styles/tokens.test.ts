import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = "app/ui/styles";
const tokens = readFileSync(`${folder}/tokens.css`, "utf8");

type Theme = "light" | "dark";

/** A colour of tokens.css as it is by day or by lamplight. */
function colour(name: string, theme: Theme): string {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(tokens);
  const found = pair?.[theme === "light" ? 1 : 2];
  if (!found) throw new Error(`tokens.css has no pair for --${name}`);
  return found;
}

/** Relative luminance of an sRGB colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ["paper", "sheet", "sunk"];
const softGrounds = ["accent-soft", "highlight", "warning-soft", "danger-soft"];

/** Words, and the grounds they are set on: WCAG 1.4.3. */
const words: [ink: string, on: string[]][] = [
  ["ink", [...grounds, ...softGrounds]],
  ["ink-soft", [...grounds, ...softGrounds]],
  ["accent", [...grounds, ...softGrounds]],
  ["danger", [...grounds, "danger-soft", "warning-soft"]],
  ["accent-ink", ["accent", "accent-strong"]],
];

/** What bounds something to press, shows a state or where the focus is: WCAG 1.4.11. */
const parts: [part: string, on: string[]][] = [
  ["field-line", [...grounds, "accent-soft"]],
  ["accent", [...grounds, "accent-soft"]],
  ["danger", ["paper", "sheet", "danger-soft"]],
  ["highlight-line", ["paper", "sheet", "warning-soft"]],
  ["focus", [...grounds, ...softGrounds]],
];

const pairs = (list: [string, string[]][]) =>
  list.flatMap(([ink, on]) => on.flatMap((ground) => (["light", "dark"] as const).map((theme) => ({ ink, ground, theme }))));

describe("colours", () => {
  test("black on white is 21 to 1", () => expect(contrast("#000000", "#ffffff")).toBeCloseTo(21));

  test.each(pairs(words))("words in $ink can be read on $ground ($theme)", ({ ink, ground, theme }) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(parts))("$ink can be seen on $ground ($theme)", ({ ink, ground, theme }) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe("sheets", () => {
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  const rulesOf = (name: string) => readFileSync(`${folder}/${name}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

  test("a colour is named in tokens.css, and only there", () => {
    const raw = sheets
      .filter((name) => name !== "tokens.css")
      .flatMap((name) =>
        [...rulesOf(name).matchAll(/#[0-9a-f]{3,8}\b(?=[;\s,)])|\b(?:rgb|hsl|oklch)a?\(/gi)].map(([found]) => `${name}: ${found}`),
      );
    expect(raw).toEqual([]);
  });

  test("what is named in a sheet exists", () => {
    const known = new Set(sheets.flatMap((name) => [...rulesOf(name).matchAll(/(--[\w-]+)\s*:/g)].map(([, token]) => token)));
    const unknown = sheets.flatMap((name) =>
      [...rulesOf(name).matchAll(/var\((--[\w-]+)\)/g)].filter(([, token]) => !known.has(token)).map(([, token]) => `${name}: ${token}`),
    );
    expect(unknown).toEqual([]);
  });

  test("main.css brings every sheet of the site, once", () => {
    const brought = [...rulesOf("main.css").matchAll(/@import "\.\/(.+?)"/g)].map(([, name]) => name);
    expect(brought.toSorted()).toEqual(sheets.filter((name) => name !== "main.css" && name !== "furniture.css").toSorted());
  });
});
