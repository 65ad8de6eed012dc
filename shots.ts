import { closeBrowser, visitor } from "./tests/support/browser.ts";

const origin = "http://localhost:3100";
const pages = process.argv.slice(2);
for (const width of [1280, 360]) {
  const { page, context } = await visitor({ origin, width });
  for (const path of pages) {
    const problems: string[] = [];
    page.on("console", (x) => {
      if (x.type() === "error") problems.push(x.text());
    });
    const r = await page.goto(path);
    await page.screenshot({ path: `/tmp/shots/${path.replace(/\W+/g, "_") || "_"}-${width}.png`, fullPage: true });
    console.log(path, r?.status(), width, await page.title(), problems.join(" | ").slice(0, 300));
    page.removeAllListeners("console");
  }
  await context.close();
}
await closeBrowser();
