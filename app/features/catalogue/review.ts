import { startOfDay } from "#app/platform/clock.ts";

/** One published state of an edition's text. */
export interface PublishedText {
  revision: number;
  publishedAt: Date;
}

export interface TextRead {
  /** the newest text there was on the day of the review; null where every one came out later */
  revision: number | null;
  /** published after that day, oldest first: what the reviewer has not seen */
  later: number[];
}

/** What of an edition a reviewer read, by the day of the review. What came out on that day itself may well be what was reviewed. */
export function textRead(texts: readonly PublishedText[], reviewedAt: Date): TextRead {
  const end = startOfDay(reviewedAt, 1);
  const oldestFirst = texts.toSorted((left, right) => left.revision - right.revision);
  return {
    revision: oldestFirst.findLast(({ publishedAt }) => publishedAt < end)?.revision ?? null,
    later: oldestFirst.filter(({ publishedAt }) => publishedAt >= end).map(({ revision }) => revision),
  };
}
