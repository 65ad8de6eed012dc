/**
 * What publishing makes of a course's files and the pages are served from. Bump COMPILER_VERSION when the shape or the HTML
 * changes: published revisions are then recompiled from their stored source at the next start.
 */
export const COMPILER_VERSION = 6;

export type Verdict = "S" | "SC" | "C" | "U" | "P";
export type EvidenceLevel = "meta-analysis" | "rct" | "cohort" | "experiment" | "theory" | "expert-opinion" | "popular";

/** HTML made by our own compiler from course Markdown: no raw HTML passes, so it may be set as is. */
export type Html = string;

/**
 * One piece of a step, in reading order. A source's first citation in a lesson has the id `cite-<key>`, where the source list leads back
 * to; `anchors` are the keys that no running text cites first, so that the block itself must be found under those ids.
 */
export type Block =
  | { kind: "prose"; html: Html }
  | { kind: "claim"; id: string; ledger: string; verdict: Verdict; level: EvidenceLevel; sources: string[]; anchors: string[]; html: Html }
  | { kind: "reflection"; id: string; minutes: number; html: Html }
  | { kind: "practice"; id: string; minutes: number; html: Html }
  /** the discussion is never sent to someone who has not handed in their own text */
  | { kind: "case"; id: string; title: string; minutes: number; anchors: string[]; html: Html; discussion: Html }
  /** `name` is one of app/ui/figures; `html` is its caption, `words` says what it shows */
  | { kind: "figure"; id: string; name: string; html: Html; words: Html }
  /** `file`, `poster` and `captions` are names in the media store; `html` introduces the clip */
  | {
      kind: "video";
      id: string;
      title: string | null;
      minutes: number;
      html: Html;
      file: string;
      poster: string | null;
      captions: string;
      transcript: Html;
    }
  | { kind: "audio"; id: string; title: string | null; minutes: number; html: Html; file: string; transcript: Html }
  /** a branching conversation, which has a page of its own; `html` is how it begins */
  | { kind: "vignette"; id: string; title: string; minutes: number; html: Html };

/** An anchored part of a lesson of at most ten minutes. The first may have no heading. */
export interface Step {
  id: string;
  title: string;
  blocks: Block[];
}

export interface CompiledLesson {
  id: string;
  moduleId: string;
  title: string;
  summary: string;
  outcomes: string[];
  steps: Step[];
  words: number;
  minutes: { reading: number; reflection: number; case: number; practice: number /** video and audio */; media: number; vignette: number };
  /** keys of the sources cited, in order of first mention: their number on the page */
  cited: string[];
  /** ids of the claims it makes, in order of first mention */
  claims: string[];
  /** terms of the course's glossary that the lesson marks, in order of first mention */
  terms: { id: string; term: string; text: string }[];
  /** `backs` are the ids of the places in the text that lead to the note */
  notes: { number: number; html: Html; backs: string[] }[];
}

export interface Reference {
  key: string;
  /** 'Perlman & Peplau (1981)' */
  short: string;
  /** the full line, as HTML with the title in italics where there is one */
  full: Html;
  url: string | null;
  level: EvidenceLevel;
  checked: boolean;
  checkedOn: string | null;
  reviewBy: string | null;
  note: string | null;
}

/** A factual statement of the course's ledger: what it rests on, and how sure it is. */
export interface Claim {
  id: string;
  /** in our own words */
  text: string;
  verdict: Verdict;
  level: EvidenceLevel;
  /** such evidence shows that things go together, never that one brings the other */
  observational: boolean;
  /** keys of `references`; empty only where nothing was found, or for advice */
  sources: string[];
  correction: string | null;
  checkedOn: string | null;
  reviewBy: string | null;
  /** ids of the lessons that speak of it */
  lessons: string[];
}

/** A conversation in scenes. Its choices' points and feedback are not for a browser before they are chosen. */
export interface VignetteDefinition {
  id: string;
  lessonId: string;
  title: string;
  minutes: number;
  intro: Html;
  rubric: { id: string; text: string }[];
  start: string;
  scenes: {
    id: string;
    text: Html;
    /** what one takes along; only where the conversation ends */
    lesson: Html | null;
    choices: { id: string; text: Html; to: string; criterion: string /** 0–2 */; points: number; feedback: Html; sources: string[] }[];
  }[];
}

/** One typed condition for completion. Frozen in the edition. */
export type Requirement =
  | { type: "lessons-finished"; lessons: string[] }
  | { type: "cases-written"; cases: string[] }
  | { type: "check-passed"; test: string; percent: number }
  | { type: "final-test-passed"; test: string; percent: number }
  | { type: "vignettes-played"; vignettes: string[] }
  | { type: "evaluation-given" };

export interface TestItem {
  id: string;
  outcome: string;
  situation: boolean;
  kind: "single" | "multiple";
  stem: Html;
  options: { id: string; text: Html; correct: boolean; feedback: Html }[];
  explanation: Html;
  sources: string[];
}

export interface TestDefinition {
  id: string;
  kind: "check" | "final";
  title: string;
  percent: number;
  /** why this pass mark; final tests only */
  reason: string | null;
  /** null: unlimited */
  attempts: number | null;
  waitHours: number;
  /** items drawn per outcome; null: all items in their order */
  drawPerOutcome: number | null;
  /** the sentence the learner puts their name to; final tests only */
  ownWork: string | null;
  items: TestItem[];
}

/** The net study load: computed, never declared. Whole minutes. */
export interface StudyLoad {
  reading: number;
  /** watching and listening */
  media: number;
  reflection: number;
  case: number;
  vignette: number;
  check: number;
  test: number;
  /** all of the above */
  total: number;
  /** at work, counted apart */
  practice: number;
}

/** What pages need of the course as a whole; stored in EditionRevision.compiled. */
export interface CompiledCourse {
  slug: string;
  kind: "masterclass" | "module";
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  audience: string;
  level: string;
  entryLevel: string;
  language: "nl";
  edition: string;
  revision: number;
  delivery: "service" | "content";
  accessMonths: number;
  readingSpeed: number;
  readingSpeedReason: string;
  outcomes: { id: string; text: string }[];
  authors: { name: string; note: string; interests: string }[];
  reviewers: { name: string; qualification: string; date: string }[];
  registersAimedAt: string[];
  registersNote: string;
  disclaimer: string;
  questions: { q: string; a: string }[];
  readingList: { key: string; note: string }[];
  glossary: { term: string; text: string }[];
  modules: {
    id: string;
    title: string;
    recap: Html;
    check: string | null;
    /** the course whose module this is, where it was included by reference */
    from: { slug: string; title: string } | null;
    lessons: { id: string; title: string; summary: string; minutes: number; preview: boolean; steps: { id: string; title: string }[] }[];
  }[];
  finalTest: { id: string; title: string; questions: number; percent: number; attempts: number | null; waitHours: number } | null;
  requirements: Requirement[];
  references: Record<string, Reference>;
  claims: Record<string, Claim>;
  studyLoad: StudyLoad;
}
