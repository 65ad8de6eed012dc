/** How far; the label says it in words. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <div className="progress">
      <progress value={value} max={Math.max(max, 1)} aria-label={label} />
      <span className="progress-label" aria-hidden="true">
        {label}
      </span>
    </div>
  );
}
