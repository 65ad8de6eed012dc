/** The head of every arrow. A picture has its own: one in a picture that is not shown would not be drawn. */
export function Arrowhead({ id }: { id: string }) {
  return (
    <defs>
      <marker id={id} viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
        <path className="figure-arrowhead" d="M1 1L9 5L1 9" />
      </marker>
    </defs>
  );
}

interface LabelProps {
  x: number;
  y: number;
  anchor?: "start" | "middle" | "end";
  lines: readonly string[];
  /** said below it, more softly */
  soft: readonly string[];
}

/** Words in a drawing, a line of 20 each. */
export function Label({ x, y, anchor = "start", lines, soft }: LabelProps) {
  return (
    <text x={x} y={y} textAnchor={anchor}>
      {lines.map((line, index) => (
        <tspan key={line} className="figure-term" x={x} dy={index === 0 ? 0 : 20}>
          {line}
        </tspan>
      ))}
      {soft.map((line) => (
        <tspan key={line} className="figure-soft" x={x} dy="20">
          {line}
        </tspan>
      ))}
    </text>
  );
}
