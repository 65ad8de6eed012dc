import { expect, test } from "vitest";
import { certificateStateWords, groundKindWords, groundStateWords, modeWords } from "./person-words.ts";

const now = new Date("2026-12-01T10:00:00Z");
const ground = { startsAt: new Date("2026-11-01T10:00:00Z"), endsAt: null, endedAt: null, endReason: null };

test("the office reads words and no codes", () => {
  expect([groundKindWords("purchase"), groundKindWords("gift"), groundKindWords("zaal")]).toEqual(["gekocht", "gekregen", "anders (zaal)"]);
  expect([modeWords("live"), modeWords("sandbox")]).toEqual(["echt", "oefenomgeving"]);
  expect([certificateStateWords("current"), certificateStateWords("revoked")]).toEqual(["geldig", "ingetrokken"]);
});

test("a ground says how it stands now", () => {
  expect(groundStateWords(ground, now)).toBe("actief");
  expect(groundStateWords({ ...ground, startsAt: new Date("2026-12-02T10:00:00Z") }, now)).toBe("begint later");
  expect(groundStateWords({ ...ground, endsAt: now }, now)).toBe("afgelopen");
  expect(groundStateWords({ ...ground, endedAt: now, endReason: "refunded" }, now)).toBe("beëindigd: terugbetaald");
});
