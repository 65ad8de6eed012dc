/** Room to write by hand, only on paper: a line a minute, eight at least. Real lines, because browsers leave backgrounds unprinted. */
export function RuledLines({ minutes }: { minutes: number }) {
  const lines = Math.min(16, Math.max(8, minutes));
  return (
    <div className="ruled" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines on paper, one like another
        <span key={line} />
      ))}
    </div>
  );
}
