import type { Page } from "playwright-core";
import { settled } from "#tests/support/visit.ts";
import type { Keyboard } from "./keyboard.ts";
import { answerKey, course, learner, mailedCode } from "./main-job.ts";

/** From newcomer to a passed test, by Tab, Enter, Space, arrows and letters. Only addresses of other pages are typed by the test. */
export async function mainJobByKeyboard(page: Page, keys: Keyboard, email: string): Promise<void> {
  const at = async (title: RegExp) => {
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await settled(page);
  };

  await page.goto(`/masterclasses/${course}`);
  await keys.tabTo(/^Naar de inhoud$/);
  await keys.press("Enter");
  await keys.tabTo(/^Bestel voor/);
  await keys.press("Enter");

  await at(/^Maak een account/);
  await keys.arrives();
  await keys.tabTo(/naam/i, /text/);
  await keys.type(learner.name);
  await keys.tabTo(/^E-mailadres/);
  await keys.type(email);
  await keys.tabTo(/^Wachtwoord/);
  await keys.type("welkom12345");
  await keys.press("Enter");
  await keys.followsErrorSummary();
  await keys.type(learner.password);
  await keys.press("Enter");

  await at(/^Bevestig je e-mailadres/);
  await keys.arrives();
  await keys.tabTo(/^Code/);
  await keys.type(await mailedCode(page, email));
  await keys.press("Enter");

  await at(/^Bestel Gemis/);
  await keys.tabTo(/Ik begin nu/);
  await keys.press("Space");
  await keys.tabTo(/^Betaal/, /button/);
  await keys.press("Enter");
  await page.getByText("er gaat geen geld om").first().waitFor();
  await keys.tabTo(/naam/i, /text/);
  await keys.type(learner.name);
  await keys.tabTo(/iDEAL/, /radio/);
  await keys.press("Space");
  await keys.tabTo(/^Betaal/, /button/);
  await keys.press("Enter");
  await page.getByRole("button", { name: "Betaling goedkeuren" }).waitFor();
  await keys.tabTo(/goedkeuren/);
  await keys.press("Enter");
  await page.getByRole("heading", { name: "Je betaling is binnen" }).waitFor({ timeout: 30_000 });
  await settled(page);
  await keys.tabTo(/^Naar je module/);
  await keys.press("Enter");

  await at(/^Gemis is geen alleen-zijn/);
  await keys.arrives();
  await keys.tabTo(/^Begin met de lessen/);
  await keys.press("Enter");
  await at(/^Alleen of eenzaam/);
  await keys.arrives();
  await keys.tabTo(/./, /textarea/);
  await keys.type("Op het strand was ik alleen en tevreden.");
  await page
    .getByText(/^Bewaard/)
    .first()
    .waitFor();
  await keys.tabTo(/^Rond deze les af/);
  await keys.press("Enter");
  await at(/^Welk gemis/);

  await page.goto(`/learn/${course}/tests/toets-gemis`);
  await keys.tabTo(/eigen werk/);
  await keys.press("Space");
  await keys.tabTo(/^Begin/);
  await keys.press("Enter");
  await page.getByRole("button", { name: "Lever de toets in" }).waitFor();
  await settled(page);
  await answerByKeys(keys);
  await keys.press("Enter");
  await page.getByText("Geslaagd").first().waitFor();
}

/** Goes down the whole test and stops on the button that hands it in. */
async function answerByKeys(keys: Keyboard): Promise<void> {
  const right = answerKey();
  for (let stops = 0; stops < 200; stops++) {
    const stop = await keys.tabTo(/./);
    if (stop.name === "Lever de toets in") return;
    if (stop.kind === "checkbox" && right.has(stop.value)) await keys.press("Space");
    if (stop.kind === "radio") {
      // One stop for the whole group: the arrows go through it, and choose.
      await keys.press("Space");
      for (let option = stop; !right.has(option.value); option = await keys.here()) await keys.press("ArrowDown");
    }
  }
  throw new Error("the test has no end");
}
