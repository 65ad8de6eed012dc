export type Kind = "emotioneel" | "sociaal";
export type Answer = "nee" | "min of meer" | "ja";

/**
 * The point that an answer gives: one when it leans towards a lack, none when it does not, never more. ‘Min of meer’ always leans. A social
 * statement is put positively, so there ‘nee’ is the answer that tells of a lack (handleiding-djg).
 */
export function pointFor(kind: Kind, answer: Answer): 0 | 1 {
  const lack: Answer = kind === "emotioneel" ? "ja" : "nee";
  return answer === "min of meer" || answer === lack ? 1 : 0;
}

export interface ScoreGroup {
  word: string;
  from: number;
  to: number;
}

/** The three words for a total of six statements, each with its lowest and highest score (handleiding-djg, cbs-2023-51). */
export const groupsOfSix: readonly ScoreGroup[] = [
  { word: "niet eenzaam", from: 0, to: 1 },
  { word: "matig", from: 2, to: 4 },
  { word: "sterk", from: 5, to: 6 },
];
