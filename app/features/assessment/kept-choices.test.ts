import { beforeEach, expect, test, vi } from "vitest";
import { type Fields, forgetChoices, keepChoices, keptChoices } from "./kept-choices.ts";

const earlier = new Date("2026-11-22T19:00:00Z");
const now = new Date("2026-11-22T19:05:00Z");
const one: Fields = [["answer-a", "1"]];
const two: Fields = [...one, ["answer-b", "2"]];

beforeEach(() => {
  const kept = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
  vi.stubGlobal("window", { localStorage });
});

test("what the server has not heard of is there again", () => {
  keepChoices("poging", { fields: two, sent: [], savedAt: earlier });
  expect(keptChoices("poging", earlier, one)).toEqual(two);
  expect(keptChoices("andere", earlier, one)).toBeNull();
  forgetChoices("poging");
  expect(keptChoices("poging", earlier, one)).toBeNull();
});

test("the server kept what was sent and its answer got lost: what was chosen since is there again", () => {
  keepChoices("poging", { fields: two, sent: one, savedAt: earlier });
  expect(keptChoices("poging", now, one)).toEqual(two);
});

test("saved from another device since: that stands, and nothing of here comes back later", () => {
  keepChoices("poging", { fields: two, sent: one, savedAt: earlier });
  const elsewhere: Fields = [["answer-a", "3"]];
  expect(keptChoices("poging", now, elsewhere)).toBeNull();
  expect(keptChoices("poging", earlier, one)).toBeNull();
});

test("nothing was sent yet, and the server has something since: that stands", () => {
  keepChoices("poging", { fields: two, sent: [], savedAt: earlier });
  expect(keptChoices("poging", now, [])).toBeNull();
});
