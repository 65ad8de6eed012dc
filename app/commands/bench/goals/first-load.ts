import { brotliCompressSync } from "node:zlib";
import { checked, judged, type Row } from "../figures.ts";
import { readRealLesson, type Stage } from "../stage.ts";

/** Kilobytes (1,000 bytes) as they travel. */
interface Fetched {
  kind: "document" | "script" | "style" | "font" | "other";
  url: string;
  bytes: number;
}

/**
 * Goal 9: everything a browser with an empty cache fetches for a lesson of the real course, found by reading the document and its
 * styles: scripts, styles, the faces whose characters the page uses, the icon, and Remix's own question about the links on the page.
 * Bodies only, brotli; headers come on top (some 450 bytes each). Compared with Chromium in November 2026: the same list.
 */
export async function measureFirstLoad(stage: Stage): Promise<Row[]> {
  const { origin } = stage.site;
  const { path, cookie = "" } = readRealLesson(stage, 0);
  const answer = await fetch(origin + path, { headers: { cookie, "Accept-Encoding": "identity" } });
  const html = await answer.text();
  const fetched: Fetched[] = [{ kind: "document", url: path, bytes: brotliCompressSync(html).length }];
  const add = async (kind: Fetched["kind"], url: string) => {
    if (fetched.some((known) => known.url === url)) return "";
    const { bytes, text } = await compressed(new URL(url, origin));
    fetched.push({ kind, url, bytes });
    return text;
  };
  for (const url of scriptsOf(html)) await add("script", url);
  for (const [url] of linksOf(html, "stylesheet")) {
    const css = await add("style", url);
    for (const font of fontsFor(css, html)) await add("font", new URL(font, new URL(url, origin)).pathname);
  }
  for (const [url] of linksOf(html, "icon")) await add("other", url);
  const question = linkQuestion(html);
  if (question) await add("other", question);
  const kilobytes = (...kinds: Fetched["kind"][]) =>
    fetched.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const row = (what: string, value: number, atMost: number, unit: string, note?: string) =>
    judged({ goal: "9", what, runs: [value], unit, note }, { atMost });
  return [
    row("lesson, first load", kilobytes(), 190, "kB", `of which document ${kilobytes("document").toFixed(1)}`),
    row("script, brotli", kilobytes("script"), 95, "kB", `${fetched.filter(({ kind }) => kind === "script").length} files`),
    row("fonts", kilobytes("font"), 80, "kB", `${fetched.filter(({ kind }) => kind === "font").length} files`),
    row("styles, brotli", kilobytes("style"), 15, "kB"),
    checked({ goal: "9", what: "requests", measured: String(fetched.length), bound: "≤ 15", detail: fetched }, fetched.length <= 15),
  ];
}

/** The size on the wire. fetch undoes the compression, so the server's own Content-Length is what counts. */
async function compressed(url: URL): Promise<{ bytes: number; text: string }> {
  const answer = await fetch(url, { headers: { "Accept-Encoding": "br" } });
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}.`);
  const body = Buffer.from(await answer.arrayBuffer());
  const length = answer.headers.get("Content-Length");
  // Behind the proxy answers that are no files are compressed there.
  const bytes = length === null ? brotliCompressSync(body).length : Number(length);
  return { bytes, text: body.toString("utf8") };
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";

function linksOf(html: string, rel: string): [url: string][] {
  return [...html.matchAll(/<link\b[^>]*>/g)].flatMap(([tag]): [string][] =>
    attribute(tag, "rel") === rel ? [[attribute(tag, "href")]] : [],
  );
}

function scriptsOf(html: string): string[] {
  const preloaded = linksOf(html, "modulepreload").map(([url]) => url);
  const tagged = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1] ?? "");
  const imported = [...html.matchAll(/\bimport\b[^;]{0,80}?"(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
  return [...new Set([...preloaded, ...tagged, ...imported])];
}

/** Faces that a browser would fetch: upright ones with a character of the page in their range, italic ones only where something is italic. */
function fontsFor(css: string, html: string): string[] {
  const text = new Set(
    [...html.replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, "")].map((letter) => letter.codePointAt(0) ?? 0),
  );
  const italic = /<(?:em|i|cite|dfn)\b/.test(html);
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face = ""]) => {
    const url = /url\(["']?([^"')]+)/.exec(face)?.[1];
    const ranges = /unicode-range:\s*([^;}]+)/i.exec(face)?.[1];
    const wanted = (!/font-style:\s*italic/.test(face) || italic) && (!ranges || [...text].some((letter) => inRanges(letter, ranges)));
    return url && wanted ? [url] : [];
  });
}

function inRanges(letter: number, ranges: string): boolean {
  return ranges.split(",").some((range) => {
    const [from = "", to = from] = range.trim().replace(/^U\+/i, "").split("-");
    return letter >= Number.parseInt(from.replaceAll("?", "0"), 16) && letter <= Number.parseInt(to.replaceAll("?", "F"), 16);
  });
}

/** After the first render Remix asks once which routes the links and forms on the page lead to (lazy route discovery). */
function linkQuestion(html: string): string | null {
  const tags = [...html.matchAll(/<(?:a|form)\b[^>]*\bdata-discover="true"[^>]*>/g)].map(([tag]) => tag);
  const targets = tags.map((tag) => (attribute(tag, "href") || attribute(tag, "action")).split(/[?#]/)[0] ?? "");
  const version = /"version":\s*"([^"]+)"/.exec(html)?.[1];
  if (targets.length === 0 || !version) return null;
  const query = [...new Set(targets)].sort().map((target): [string, string] => ["p", target]);
  return `/__manifest?${new URLSearchParams([...query, ["version", version]])}`;
}
