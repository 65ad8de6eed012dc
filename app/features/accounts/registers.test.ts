import { expect, test } from "vitest";
import { registerNumberProblem, tidyNumber } from "./registers.ts";

test.each([
  ["vvn", "49012345601"],
  ["registerplein", "180000123"],
  ["skj", "100012345"],
  ["nip", "123456"],
  ["other", "Register Vaktherapie: 12.345"],
] as const)("%s accepts %s", (register, number) => {
  expect(registerNumberProblem(register, number)).toBeNull();
});

test.each(["", "12", "geen", "<script>1</script>", "1".repeat(40)])("%j is no register number", (number) => {
  expect(registerNumberProblem("vvn", number)).toBe("number-shape");
});

test("a citizen service number is refused where nine digits mean nothing else", () => {
  expect(registerNumberProblem("vvn", "111222333")).toBe("number-bsn");
  expect(registerNumberProblem("nip", "111 222 333")).toBe("number-bsn");
  expect(registerNumberProblem("skj", "111222333")).toBeNull();
});

test("spaces are tidied", () => {
  expect(tidyNumber("  490  123 ")).toBe("490 123");
});
