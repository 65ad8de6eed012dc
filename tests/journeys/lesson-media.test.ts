import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeBrowser, visitor } from "#tests/support/browser.ts";
import { courseWithClips } from "#tests/support/clip-course.ts";
import { enrolled, signedInPerson } from "#tests/support/people.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const slug = "gemis-is-geen-alleen-zijn";
const lesson = `/learn/${slug}/welk-gemis`;
let site: Site;
let folder = "";

/** A few seconds of a canvas that changes colour, recorded by the browser itself. */
async function recordClip(): Promise<Buffer> {
  const { context, page } = await visitor({ origin: site.origin });
  await page.goto("/terms");
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    let turn = 0;
    const paint = setInterval(() => {
      turn += 12;
      pen.fillStyle = `hsl(${turn} 60% 50%)`;
      pen.fillRect(0, 0, 320, 180);
    }, 50);
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    recorder.stop();
    await stopped;
    clearInterval(paint);
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  await context.close();
  return Buffer.from(base64, "base64");
}

beforeAll(async () => {
  site = await startSite();
  folder = await courseWithClips(await recordClip());
  const publishing = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", "courses:publish", folder],
    {
      env: { ...process.env, DATABASE_URL: site.databaseUrl(), DATA_DIR: site.folder },
      encoding: "utf8",
    },
  );
  expect(`${publishing.stdout}${publishing.stderr}`).toContain(`Gepubliceerd: ${slug}`);
});

afterAll(async () => {
  await closeBrowser();
  await site.remove();
  await rm(folder, { recursive: true, force: true });
});

async function learner(javaScript = true): Promise<{ page: Page; close(): Promise<void> }> {
  const person = await signedInPerson(site);
  await enrolled(site, person.id, slug);
  const { context, page } = await visitor({ origin: site.origin, javaScript });
  await context.addCookies([{ name: "kring", value: person.token, url: site.origin }]);
  await page.goto(lesson, { waitUntil: javaScript ? "networkidle" : "load" });
  return { page, close: () => context.close() };
}

test("a clip plays with its captions on, and its whole text stands under it", async () => {
  const { page, close } = await learner();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  const video = page.getByLabel("Een doek", { exact: true }).and(page.locator("video"));
  await video.evaluate((player: HTMLVideoElement) => {
    player.muted = true;
    return player.play();
  });
  await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.5);
  const shown = await video.evaluate((player: HTMLVideoElement) => {
    const [track] = player.textTracks;
    const [cue] = track?.activeCues ?? [];
    return { mode: track?.mode, language: track?.language, words: (cue as VTTCue | undefined)?.text };
  });
  expect(shown).toEqual({ mode: "showing", language: "nl", words: "Hallo vanaf het doek." });
  const transcript = page.locator("#doek").getByText("Een stem zegt hallo.");
  expect(await transcript.isVisible()).toBe(false);
  await page.locator("#doek summary").click();
  expect(await transcript.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test("after a reload the player is where it was, as fast as it was", async () => {
  const { page, close } = await learner();
  const audio = page.locator("audio");
  await page.locator("#toon").getByLabel("Snelheid").selectOption("1.5");
  await audio.evaluate(async (player: HTMLAudioElement) => {
    player.muted = true;
    player.currentTime = 12;
    await player.play();
    await new Promise((resolve) => setTimeout(resolve, 300));
    player.pause();
  });
  await page.reload({ waitUntil: "networkidle" });
  await page.waitForFunction(() => (document.querySelector("audio")?.currentTime ?? 0) >= 12);
  const { at, speed } = await audio.evaluate((player: HTMLAudioElement) => ({ at: player.currentTime, speed: player.playbackRate }));
  expect(at).toBeLessThan(14);
  expect(speed).toBe(1.5);
  expect(await page.locator("#toon").getByLabel("Snelheid").inputValue()).toBe("1.5");
  expect(await page.locator("#toon").innerText()).toContain("onthouden we op dit apparaat");
  await close();
});

test("a part is served as a part, and to nobody without a place", async () => {
  const { page, close } = await learner();
  const src = await page.locator("video").getAttribute("src");
  const part = await page.request.get(`${src}`, { headers: { Range: "bytes=0-99" } });
  expect([part.status(), part.headers()["content-type"], (await part.body()).length]).toEqual([206, "video/webm", 100]);
  const stranger = await visitor({ origin: site.origin });
  expect((await stranger.page.request.get(`${src}`)).status()).toBe(404);
  await stranger.page.goto(`/masterclasses/${slug}/preview/alleen-of-eenzaam`);
  const open = await stranger.page.locator("audio").getAttribute("src");
  expect((await stranger.page.request.get(`${open}`)).status()).toBe(200);
  await stranger.context.close();
  await close();
});

test("without JavaScript the browser's own player and the whole text are there", async () => {
  const { page, close } = await learner(false);
  expect(await page.locator("video[controls]").count()).toBe(1);
  expect(await page.locator("video track[default][srclang=nl]").count()).toBe(1);
  expect(await page.locator("#doek").getByText("Een stem zegt hallo.").count()).toBe(1);
  await close();
});

test("a small link opens a card beside it; Escape closes it and the focus is back; without JavaScript it leads to the list", async () => {
  const { page, close } = await learner();
  const link = page.locator(".prose a.cite").first();
  expect(await link.getAttribute("aria-label")).toMatch(/^Bron: /);
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  await link.focus();
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: /^Bron: / });
  await card.waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await card.getByRole("link", { name: "Naar de lijst" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^bron-/);
  await close();

  const plain = await learner(false);
  await plain.page.locator(".prose a.term").first().click();
  expect(plain.page.url()).toMatch(/#begrip-/);
  await plain.close();
});
