import { z } from "zod";
import { isoDate } from "./iso-date.ts";

/** The door for course files: what each YAML file may say. Unknown fields are refused, because they are misspelled ones. */
export const text = z.string().trim().min(1);
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "gebruik kleine letters, cijfers en streepjes");
const percent = z.int().min(1).max(100);

export const requirementSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("lessons-finished") }),
  z.strictObject({ type: z.literal("cases-written"), cases: z.array(id).min(1) }),
  z.strictObject({ type: z.literal("check-passed"), check: id, percent }),
  z.strictObject({ type: z.literal("final-test-passed"), percent }),
  z.strictObject({ type: z.literal("vignettes-played"), vignettes: z.array(id).min(1) }),
  z.strictObject({ type: z.literal("evaluation-given") }),
]);

export const courseSchema = z.strictObject({
  slug: id,
  kind: z.enum(["masterclass", "module"]),
  title: text,
  titleEn: text.optional(),
  summary: text,
  summaryEn: text.optional(),
  audience: text,
  level: text,
  language: z.literal("nl"),
  edition: z.string().regex(/^\d{4}\.\d+$/, 'schrijf het editienummer als "2026.1", tussen aanhalingstekens'),
  revision: z.int().min(1),
  /** who made this revision and why; needed from the second revision on */
  revisionAuthor: text.optional(),
  revisionReason: text.optional(),
  /** whether a register that recognised the course should hear of this revision */
  revisionMaterial: z.boolean().optional(),
  delivery: z.enum(["service", "content"]),
  accessMonths: z.int().min(1).max(120),
  readingSpeed: z.int().min(100).max(300),
  readingSpeedReason: text,
  entryLevel: text,
  /** of its own; those of modules included by reference come with them */
  outcomes: z.array(z.strictObject({ id, text })),
  authors: z.array(z.strictObject({ name: text, note: text, interests: text })).min(1),
  reviewers: z.array(z.strictObject({ name: text, qualification: text, date: isoDate })),
  registersAimedAt: z.array(text),
  registersNote: text,
  disclaimer: text,
  questions: z.array(z.strictObject({ q: text, a: text })),
  readingList: z.array(z.strictObject({ ref: id, why: text })),
  glossary: z.array(z.strictObject({ term: text, text })),
  /** a folder of this course, or a module of another one: { course: slug, module: folder } */
  modules: z.array(z.union([text, z.strictObject({ course: id, module: text })])).min(1),
  finalTest: text.optional(),
  requirements: z.array(requirementSchema).min(1),
});
export type CourseFile = z.infer<typeof courseSchema>;

export const moduleSchema = z.strictObject({ id, title: text, outcomes: z.array(id).min(1), recap: text, check: text.optional() });
export type ModuleFile = z.infer<typeof moduleSchema>;

export const lessonSchema = z.strictObject({
  id,
  title: text,
  summary: text,
  preview: z.boolean().default(false),
  outcomes: z.array(id).min(1),
});
export type LessonFrontMatter = z.infer<typeof lessonSchema>;

export const verdict = z.enum(["S", "SC", "C", "U", "P"]);
export const level = z.enum(["meta-analysis", "rct", "cohort", "experiment", "theory", "expert-opinion", "popular"]);

export const sourceSchema = z.strictObject({
  type: z.enum(["article-journal", "book", "chapter", "report", "webpage", "dataset"]),
  authors: z.array(z.strictObject({ family: text, given: text.optional() })).default([]),
  /** there are more authors than the ones named */
  etAl: z.boolean().default(false),
  issued: z.int().min(1800).max(2100).optional(),
  title: text.optional(),
  /** of the title, where it is not Dutch: en, de */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "een taal is een code van twee letters, zoals en")
    .optional(),
  /** what it is, in our words; stands in for an unknown title */
  description: text.optional(),
  /** how to call it in the running text when neither author nor title is known */
  label: text.optional(),
  containerTitle: text.optional(),
  publisher: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  page: text.optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, "een DOI begint met 10.")
    .optional(),
  URL: z
    .string()
    .regex(/^https:\/\/\S+$/, "een adres begint met https://")
    .optional(),
  level,
  checked: z.boolean(),
  checkedOn: isoDate.optional(),
  reviewBy: isoDate.optional(),
  note: text.optional(),
});
export type Source = z.infer<typeof sourceSchema>;
export const referencesSchema = z.record(id, sourceSchema);

const optionSchema = z.strictObject({ id, text, correct: z.boolean(), feedback: text });
const itemSchema = z.strictObject({
  id,
  outcome: id,
  situation: z.boolean(),
  kind: z.enum(["single", "multiple"]),
  stem: text,
  options: z.array(optionSchema).min(2),
  explanation: text,
  /** may be empty where the claim is advice that rests on none */
  source: z.array(id),
  /** of the ledger: what the right answer rests on */
  claim: z.union([text, z.array(text).min(1)]).optional(),
});
export type ItemFile = z.infer<typeof itemSchema>;

export const checkSchema = z.strictObject({ id, title: text, percent, items: z.array(itemSchema).min(1) });
export const finalTestSchema = z.strictObject({
  id,
  title: text,
  percent,
  reason: text,
  attempts: z.int().min(1).nullable(),
  waitHours: z.int().min(0),
  drawPerOutcome: z.int().min(1).nullable(),
  ownWork: text,
  items: z.array(itemSchema).min(1),
});

/** what the ledger says may be said again, the same; before there were ledgers it was said here alone */
export const claimAttributes = z.strictObject({
  id,
  ledger: text,
  verdict: verdict.optional(),
  level: level.optional(),
  source: text.optional(),
});
export const promptAttributes = z.strictObject({ id, minutes: z.coerce.number().int().min(1).max(120) });
/** which names there are, compile/figures.ts says */
export const figureAttributes = z.strictObject({ id, name: text });
/** a file of the course's media folder */
const mediaFile = z.string().regex(/^[a-zA-Z0-9][\w.-]*$/);
const minutes = z.coerce.number().int().min(1).max(120);
export const videoAttributes = z.strictObject({
  id,
  title: text.optional(),
  src: mediaFile,
  poster: mediaFile.optional(),
  captions: mediaFile.regex(/\.vtt$/),
  transcript: mediaFile.regex(/\.md$/),
  minutes,
});
export const audioAttributes = z.strictObject({
  id,
  title: text.optional(),
  src: mediaFile,
  transcript: mediaFile.regex(/\.md$/),
  minutes,
});
export const caseAttributes = z.strictObject({ id, title: text, minutes: z.coerce.number().int().min(1).max(120) });
