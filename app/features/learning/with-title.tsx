/** What no text holds: keeps the title's place in a sentence. */
const PLACE = "\u0000";

/** A sentence of the interface with a title out of a course in it: the title is Dutch, whatever the interface speaks. */
export function WithTitle({ say, title }: { say: (title: string) => string; title: string }) {
  const [before, after] = say(PLACE).split(PLACE);
  return (
    <span>
      {before}
      <span lang="nl">{title}</span>
      {after}
    </span>
  );
}
