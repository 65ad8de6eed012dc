import { expect, test } from "vitest";
import { goodToKnow } from "./edition-words.ts";
import type { OfficeEdition } from "./editions-for-office.server.ts";

const edition = (sinceReview: number[]) =>
  ({ state: "reviewed", provisional: [], sinceReview, reviewedAt: new Date("2026-11-21T23:00:00Z") }) as unknown as OfficeEdition;

test("what came after the review is told with the day of the review, one revision or several", () => {
  expect(goodToKnow(edition([]), "live")).toEqual([]);
  expect(goodToKnow(edition([3]), "live")[0]).toMatch(/^De beoordeling is van 22 november 2026; daarna is revisie 3 verschenen\./);
  expect(goodToKnow(edition([4, 3]), "live")[0]).toMatch(/daarna zijn de revisies 3 en 4 verschenen\..* verbeter dan de datum/);
});
