import { expect, test } from "vitest";
import { changedEntries, readRegisterValues, registerValues } from "./register-values.ts";

test("a number comes with its own consent, and an emptied one is taken away", () => {
  expect(readRegisterValues({ "number-vvn": " 490 1234 ", "consent-vvn": "on", "number-skj": "" })).toEqual({
    ok: true,
    entries: [
      { register: "vvn", number: "490 1234" },
      { register: "skj", number: "" },
    ],
  });
  expect(readRegisterValues({ "number-vvn": "4901234", "consent-skj": "on" })).toEqual({
    ok: false,
    problems: { "consent-vvn": "no-consent" },
  });
});

test("what a form did not ask for is left as it is", () => {
  expect(readRegisterValues({})).toEqual({ ok: true, entries: [] });
});

test("what is kept comes back as it was, and is no change", () => {
  const kept = [{ register: "skj", number: "100200300" }];
  const read = readRegisterValues({ ...registerValues(kept), "number-nip": "" });
  expect(read.ok && changedEntries(read.entries, kept)).toEqual([]);
  expect(changedEntries([{ register: "skj", number: "" }], kept)).toEqual([{ register: "skj", number: "" }]);
});
