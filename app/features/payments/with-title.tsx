const PLACE = "\u0000";

/** A sentence around a course's title, which stays in its own language: `sentence` says the words, given what to say for the title. */
export function WithTitle({ sentence, title }: { sentence: (title: string) => string; title: string }) {
  const [before, after] = sentence(PLACE).split(PLACE);
  return (
    <>
      {before}
      <span lang="nl">{title}</span>
      {after}
    </>
  );
}
