interface ProgressProps {
  value: number;
  max: number;
  /** how far, in words: "2 van 5 lessen" */
  label: string;
}

/** How far; the label says it in words. */
export function Progress({ value, max, label }: ProgressProps) {
  return (
    <div className="progress">
      <progress value={value} max={Math.max(max, 1)} aria-label={label} />
      <span className="progress-label" aria-hidden="true">
        {label}
      </span>
    </div>
  );
}

/** The same in the room of a letter, beside its words: the ring is for the eye only. */
export function ProgressRing({ value, max, label, hideLabel }: ProgressProps & { hideLabel?: boolean }) {
  const share = Math.round((100 * Math.min(Math.max(value, 0), max)) / Math.max(max, 1));
  return (
    <span className="ring">
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle className="ring-whole" cx="18" cy="18" r="15" />
        <circle className="ring-done" cx="18" cy="18" r="15" pathLength="100" strokeDasharray={`${share} 100`} />
      </svg>
      <span className={hideLabel ? "visually-hidden" : undefined}>{label}</span>
    </span>
  );
}
