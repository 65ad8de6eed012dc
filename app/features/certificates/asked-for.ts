import * as m from "#generated/paraglide/messages.js";

const kinds = ["lessons-finished", "cases-written", "check-passed", "final-test-passed", "vignettes-played", "evaluation-given"] as const;

/** One thing that had to be done for a certificate; never what somebody made of it. */
export interface AskedFor {
  kind: (typeof kinds)[number];
  /** how many lessons, cases or vignettes, or the percentage a test asked; 1 for the evaluation form */
  needed: number;
}

export const isTest = ({ kind }: AskedFor): boolean => kind === "check-passed" || kind === "final-test-passed";

/**
 * What was asked, out of what is held with a certificate. Older ones hold none of it, and a kind unknown here is left out. The
 * results beside it stay where they are.
 */
export function askedFor(requirements: readonly { key: string; needed: number }[] | undefined): AskedFor[] {
  return (requirements ?? []).flatMap(({ key, needed }) => {
    const kind = kinds.find((one) => one === key.split(":")[0]);
    return kind ? [{ kind, needed }] : [];
  });
}

/** The same in words, as the parts of one sentence; checks that ask the same percentage are counted together. */
export function askedInWords(asked: readonly AskedFor[], locale: "nl" | "en"): string[] {
  const alike = (left: AskedFor) => asked.filter((right) => right.kind === left.kind && right.needed === left.needed);
  return asked.filter((one) => alike(one)[0] === one).map((one) => inWords(one, alike(one).length, locale));
}

function inWords({ kind, needed }: AskedFor, times: number, locale: "nl" | "en"): string {
  const language = { locale };
  switch (kind) {
    case "lessons-finished":
      return m.certificates_proof_lessons({ count: needed }, language);
    case "cases-written":
      return m.certificates_proof_cases({ count: needed }, language);
    case "check-passed":
      return m.certificates_proof_checks({ count: times, percent: needed }, language);
    case "final-test-passed":
      return m.certificates_proof_final({ percent: needed }, language);
    case "vignettes-played":
      return m.certificates_proof_vignettes({ count: needed }, language);
    case "evaluation-given":
      return m.certificates_proof_evaluation({}, language);
  }
}
