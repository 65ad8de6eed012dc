import { amsterdamDate } from "#app/platform/clock.ts";

/** What everybody is asked at the end of a course: how far they agree, from 1 (not at all) to 5 (fully). In the order shown. */
export const STATEMENTS = ["useful", "clear", "level", "honest", "load", "recommend"] as const;
/** What may be answered in one's own words. */
export const OPEN_QUESTIONS = ["kept", "better"] as const;
export const SCALE = [1, 2, 3, 4, 5] as const;
/** characters of one open answer */
export const LONGEST_TEXT = 2000;
/**
 * Forms are shown by this many at a time, and until then only counted. Fewer, and who knows who followed a course could recognise
 * somebody; one by one, and what changed since yesterday would be what yesterday's participant wrote.
 */
export const LEAST_FORMS = 5;

export type Statement = (typeof STATEMENTS)[number];
export type OpenQuestion = (typeof OPEN_QUESTIONS)[number];

/** One form as it is kept: how far each statement holds, and what was written, empty where nothing was. */
export type EvaluationAnswers = Record<Statement, number> & Record<OpenQuestion, string>;

/** The month it is in Amsterdam: "2026-11". */
export const monthOf = (date: Date): string => amsterdamDate(date).slice(0, 7);

/** A form as the office may or may not see it yet. */
export interface KeptForm {
  answers: EvaluationAnswers;
  /** its batch is complete; stays so */
  released: boolean;
}

export interface StatementResult {
  statement: Statement;
  /** 1–5 */
  mean: number;
  /** how many chose 1, 2, … 5 */
  chosen: number[];
}

export interface EvaluationResult {
  /** all of them, those that wait included */
  forms: number;
  waiting: number;
  /** what the released forms say; null while there are none */
  shown: { statements: StatementResult[]; texts: { question: OpenQuestion; texts: string[] }[] } | null;
}

/** What the released forms of one edition say together; of those that wait nothing but their number. */
export function evaluationResult(kept: readonly KeptForm[]): EvaluationResult {
  const forms = kept.filter(({ released }) => released).map(({ answers }) => answers);
  const counted = { forms: kept.length, waiting: kept.length - forms.length };
  if (forms.length < LEAST_FORMS) return { ...counted, shown: null };
  const statements = STATEMENTS.map((statement) => {
    const given = forms.map((form) => form[statement]);
    return {
      statement,
      mean: given.reduce((sum, value) => sum + value, 0) / given.length,
      chosen: SCALE.map((step) => given.filter((value) => value === step).length),
    };
  });
  const texts = OPEN_QUESTIONS.map((question) => ({ question, texts: forms.map((form) => form[question]).filter(Boolean) }));
  return { ...counted, shown: { statements, texts } };
}
