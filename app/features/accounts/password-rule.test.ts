import { expect, test } from "vitest";
import { passwordProblem } from "./password-rule.ts";

const own = { name: "Noor de Wit", email: "noor.dewit@zorg.example" };

test.each([
  ["kort", "password-short"],
  ["x".repeat(201), "password-long"],
  ["qwertyuiop", "password-common"],
  ["QwertyUIOP", "password-common"],
  ["password123", "password-common"],
  ["Wachtwoord2026!", "password-common"],
  ["eenzaamheid1", "password-common"],
  ["1234567890", "password-common"],
  ["aaaaaaaaaaaa", "password-common"],
  ["abcabcabcabc", "password-common"],
  ["klmnopqrst", "password-common"],
  ["noor.dewit@zorg.example", "password-own-name"],
  ["noordewit2026", "password-own-name"],
])("%s is refused: %s", (password, problem) => {
  expect(passwordProblem(password, own)).toBe(problem);
});

test.each(["paard fiets lamp koffie", "kersenbloesem in maart", "Tr0ub4dor&3x", "ééñ lange zin"])("%s is accepted", (password) => {
  expect(passwordProblem(password, own)).toBeNull();
});

test("without a name nothing is compared with an empty word", () => {
  expect(passwordProblem("een rustige avond", { email: "a@b.example" })).toBeNull();
});
