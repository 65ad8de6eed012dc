import { useRouteLoaderData } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { ShortcutsChoice, TextSizeChoice, ThemeChoice } from "#app/ui/display-choice.tsx";
import { useDisplay } from "#app/ui/use-display.ts";
import * as m from "#generated/paraglide/messages.js";
import type { loader as rootLoader } from "../../root.tsx";
import { lessonDisplayId } from "./learn-paths.ts";
import { useReaderKeys } from "./use-reader-keys.ts";

interface ReaderBarProps {
  slug: string;
  lessonId: string;
  /** false where no help lines were published */
  helpLines: boolean;
  /** where the key for the next lesson leads */
  nextLesson: string | null;
}

/** The few tools of the reader, small and in one line: how it looks, on paper, one's own notes, and help. */
export function ReaderBar({ slug, lessonId, helpLines, nextLesson }: ReaderBarProps) {
  const display = useDisplay(useRouteLoaderData<typeof rootLoader>("root")?.display ?? null);
  const Keys = useReaderKeys(display?.shortcuts ?? false);
  return (
    <div className="reader-bar">
      {display ? (
        <details className="reader-display">
          <summary id={lessonDisplayId}>{m.common_display()}</summary>
          <div className="reader-display-choices">
            <TextSizeChoice display={display} />
            <ThemeChoice display={display} />
            <ShortcutsChoice display={display} />
          </div>
        </details>
      ) : null}
      <a href={paths.printLesson(slug, lessonId)}>{m.learning_print()}</a>
      <a href={paths.learnNotes(slug)}>{m.learning_notes()}</a>
      {helpLines ? <a href="#hulplijnen">{m.learning_help_lines()}</a> : null}
      {Keys ? <Keys nextLesson={nextLesson} /> : null}
    </div>
  );
}
