import { formatNumber } from "#app/platform/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { ItemRow } from "./item-report.server.ts";
import { type Difficulty, type Discrimination, difficultyOf, discriminationWord, type ItemSignal } from "./item-signals.ts";
import { CourseText } from "./question-fields.tsx";

/** The questions of one outcome: how hard, how telling, and which options nobody took. Numbers always with their word. */
export function ItemTable({ items }: { items: ItemRow[] }) {
  return (
    <DataTable
      caption={m.office_items_questions()}
      hideCaption
      columns={[
        { key: "question", label: m.office_items_column_question() },
        { key: "difficulty", label: m.office_items_column_difficulty() },
        { key: "discrimination", label: m.office_items_column_discrimination() },
        { key: "unchosen", label: m.office_items_column_unchosen() },
      ]}
      rows={items.map((item) => ({
        question: <Question item={item} />,
        difficulty: difficultyWords(item),
        discrimination: discriminationWords(item),
        unchosen: <Unchosen item={item} />,
      }))}
    />
  );
}

function Question({ item }: { item: ItemRow }) {
  return (
    <>
      <CourseText html={item.stem} />{" "}
      {item.signals.map((signal) => (
        <span key={signal}>
          <Badge tone="waiting">{signalWords(signal)}</Badge>{" "}
        </span>
      ))}
    </>
  );
}

function signalWords(signal: ItemSignal): string {
  switch (signal) {
    case "easy":
      return m.office_items_signal_easy();
    case "hard":
      return m.office_items_signal_hard();
    case "flat":
      return m.office_items_signal_flat();
  }
}

function difficultyWords({ answered, share }: ItemRow): string {
  if (answered === 0) return m.office_items_no_answers();
  if (share === null) return m.office_items_few_answers({ answered });
  return m.office_items_difficulty({ words: wordsOfDifficulty(difficultyOf(share)), percent: Math.round(100 * share), answered });
}

function wordsOfDifficulty(difficulty: Difficulty): string {
  switch (difficulty) {
    case "very-easy":
      return m.office_items_very_easy();
    case "easy":
      return m.office_items_easy();
    case "fair":
      return m.office_items_fair();
    case "hard":
      return m.office_items_hard();
  }
}

function discriminationWords({ share, discrimination }: ItemRow): string {
  if (share === null) return "–";
  if (discrimination === null) return m.office_items_discrimination_unknown();
  const number = formatNumber(discrimination / 1000, getLocale());
  return m.office_items_discrimination({ words: wordsOfDiscrimination(discriminationWord(discrimination)), number });
}

function wordsOfDiscrimination(word: Discrimination): string {
  switch (word) {
    case "against":
      return m.office_items_against();
    case "none":
      return m.office_items_none();
    case "weak":
      return m.office_items_weak();
    case "fair":
      return m.office_items_reasonable();
    case "good":
      return m.office_items_good();
  }
}

function Unchosen({ item }: { item: ItemRow }) {
  if (item.share === null) return "–";
  if (item.neverChosen.length === 0) return m.office_items_all_chosen();
  return (
    <ul className="never-chosen">
      {item.neverChosen.map((html) => (
        <li key={html}>
          <CourseText html={html} />
        </li>
      ))}
    </ul>
  );
}
