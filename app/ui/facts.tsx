import type { ReactNode } from "react";

/** Label and value pairs. */
export function Facts({ items }: { items: { label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map((item, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that never reorders
        <div key={position}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
