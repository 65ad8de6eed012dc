/** A lesson as a list around another one names it. */
export interface OutlineLesson {
  id: string;
  moduleId: string;
  title: string;
  minutes: number;
  finished: boolean;
  position: number;
}

/** A learner's text for one block, opened. */
export interface Writing {
  blockId: string;
  text: string;
  version: number;
  submittedAt: Date | null;
  savedAt: Date;
}
