import { coverMotif, MOTIF_SIZE } from "./cover-motif.ts";

/** A course's own cover, drawn from its slug. Decoration: the title beside it says everything. It fills the box its class gives it. */
export function CoverMotif({ slug, className }: { slug: string; className?: string }) {
  const { ground, strokes, dots } = coverMotif(slug);
  return (
    <svg
      className={`cover-motif cover-motif-${ground} ${className ?? ""}`.trimEnd()}
      viewBox={`0 0 ${MOTIF_SIZE} ${MOTIF_SIZE}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {strokes.map(({ d, width, accent }) => (
        <path key={d} d={d} strokeWidth={width} className={accent ? "cover-motif-accent" : undefined} />
      ))}
      {dots.map(({ x, y, r }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />
      ))}
    </svg>
  );
}
