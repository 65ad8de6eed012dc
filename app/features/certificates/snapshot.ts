/** Rises when the shape of the frozen facts changes; older certificates keep theirs. */
export const SNAPSHOT_VERSION = 1;

export type CertificateMode = "sandbox" | "test" | "live";

export interface PrintedAccreditation {
  register: string;
  /** the body's own number of the accredited course */
  courseId: string | null;
  pointsHundredth: number;
  category: string;
}

/** What stands on paper. The verify page repeats every one of these; none but the name ever came from a browser. */
export interface PrintedFacts {
  /** as confirmed by the person */
  name: string;
  course: { slug: string; kind: "masterclass" | "module"; title: string };
  edition: string;
  revision: number;
  /** whole minutes, computed from the course */
  studyMinutes: number;
  /** tasks at work, counted apart */
  practiceMinutes: number;
  /** days in Europe/Amsterdam, `2026-11-22` */
  completedOn: string;
  issuedOn: string;
  result: string;
  /** in force on the day of completion, for this edition */
  accreditations: PrintedAccreditation[];
  provider: { name: string; kvk: string };
  signatory: { name: string; role: string };
  mode: CertificateMode;
  code: string;
  verifyUrl: string;
}

/** Kept for the dossier, never printed and never on the verify page. */
export interface HeldFacts {
  scorePercent: number | null;
  attempts: number;
  registerNumbers: { register: string; number: string }[];
  rulesVersion: number;
  activeMinutes: number;
  /** UTC instant */
  completedAt: string;
  requirements: { key: string; value: number; needed: number }[];
}

const amsterdamDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short" });

/** The calendar day in Europe/Amsterdam, `2026-11-22`. */
export function dayOnPaper(date: Date): string {
  return amsterdamDay.format(date);
}

const modeOrder: readonly CertificateMode[] = ["sandbox", "test", "live"];

/** Live only where real money stood behind the enrolment at some time; play money stays play money for ever. */
export function modeOfGrounds(modes: readonly string[]): CertificateMode {
  return modeOrder.findLast((mode) => modes.includes(mode)) ?? "sandbox";
}
