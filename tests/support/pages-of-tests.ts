import type { Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import { posted, refused, settled, slug, type Visit } from "./visit.ts";

const check = paths.test(slug, "check-gemis");
const final = paths.test(slug, "toets-gemis");

/** The check under way, begun if it was not. */
const checkBegun = async (page: Page) => {
  const begin = page.locator(`form[action="${check}/start"] button`);
  if ((await begin.count()) > 0) {
    await begin.click();
    await page.locator(`form[action="${check}/answer"]`).first().waitFor();
  }
};

/** One more of its questions is answered, and explained in its place. */
const oneAnswered = async (page: Page) => {
  await checkBegun(page);
  await settled(page);
  const question = page.locator(`form[action="${check}/answer"]`).first();
  await question.locator("input[type=radio], input[type=checkbox]").first().check();
  await question.locator("button").click();
  await page.locator("article.question").first().waitFor();
};

/** A check and a final test: before, during and after. */
export const testPages: Visit[] = [
  { name: "check-before", path: check, as: "femke.deboer" },
  { name: "check-under-way", path: check, as: "noor.elamrani", make: checkBegun },
  { name: "check-answered", path: check, as: "noor.elamrani", make: oneAnswered },
  {
    name: "check-refused",
    path: check,
    as: "noor.elamrani",
    make: async (page) => {
      await checkBegun(page);
      await refused(`${check}/answer`)(page);
    },
  },
  { name: "check-result", path: check, as: "ayse.yildirim" },
  { name: "final-not-yet", path: final, as: "femke.deboer" },
  { name: "final-before", path: final, as: "noor.elamrani" },
  { name: "final-start-refused", path: final, as: "noor.elamrani", make: refused(`${final}/start`) },
  { name: "final-under-way", path: final, as: "emma.thornton" },
  { name: "final-refused", path: final, as: "emma.thornton", make: refused(`${final}/save`, {}, `${final}/submit`) },
  {
    name: "final-saved-too-late",
    path: final,
    as: "ayse.yildirim",
    make: posted(`${final}/save`, { attemptId: "00000000-0000-7000-8000-000000000000" }),
  },
  { name: "final-signed-out", path: paths.login(), make: posted(`${final}/submit`, { "answer-gg-t01": "a", shown: "gg-t01" }) },
  { name: "final-passed", path: final, as: "ayse.yildirim" },
  { name: "final-failed", path: final, as: "lukasz.kowalczyk" },
];
