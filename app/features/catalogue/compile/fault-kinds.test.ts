import { expect, test } from "vitest";
import { faultKind, STAYS } from "./fault-kinds.ts";
import { bareFault, causeFault, guardFault } from "./wording.ts";

test("what is wrong with a sentence is known by what the check says of it", () => {
  const faults = [
    bareFault("Van de bezoekers komt 40 procent terug.", false),
    causeFault("Eenzaamheid veroorzaakt depressie.", true),
    guardFault("Eenzaamheid is zo slecht als vijftien sigaretten per dag."),
  ];
  expect(faults.map((fault) => faultKind(fault?.message ?? ""))).toEqual(["bare", "cause", "guard"]);
  expect(faults[2]?.advice).toContain(STAYS);
  expect(faultKind("De noot [^1] staat er twee keer.")).toBe("other");
});
