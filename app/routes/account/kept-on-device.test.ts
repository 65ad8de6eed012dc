import { expect, test } from "vitest";
import { keepChoices } from "#app/features/assessment/kept-choices.ts";
import { draftKey, keepDraft } from "../learn/drafts.ts";
import { hasUnsaved } from "./kept-on-device.ts";

/** A browser's storage: its keys are its own properties, as in a browser. */
function device(): Storage {
  const storage = { setItem: (key: string, value: string) => Object.assign(storage, { [key]: value }) };
  Object.defineProperty(storage, "setItem", { enumerable: false });
  Object.assign(globalThis, { window: { localStorage: storage } });
  return storage as unknown as Storage;
}

test("a text that only this device has is found; another's is not", () => {
  const storage = device();
  expect(hasUnsaved("noor", () => storage)).toBe(false);
  expect(keepDraft(draftKey("ayse", "gemis", "reflectie"), { text: "van een ander", version: 0 })).toBe(true);
  storage.setItem("thema", "donker");
  expect(hasUnsaved("noor", () => storage)).toBe(false);
  keepDraft(draftKey("noor", "gemis", "reflectie"), { text: "uren werk", version: 0 });
  expect(hasUnsaved("noor", () => storage)).toBe(true);
});

test("choices in a test that only this device has are found too", () => {
  const storage = device();
  keepChoices("poging", { fields: [["v1", "a"]], sent: [], savedAt: new Date(0) });
  expect(hasUnsaved("noor", () => storage)).toBe(true);
});

test("a browser that keeps nothing has nothing to lose", () => {
  const refused = () => {
    throw new DOMException("no storage", "SecurityError");
  };
  expect(hasUnsaved("noor", refused)).toBe(false);
});
