import * as m from "#generated/paraglide/messages.js";

/** Where I am of how many: "Stap 2 van 3: Betalen", and the row of all. `current` counts from 1. */
export function Steps({ names, current }: { names: string[]; current: number }) {
  return (
    <div className="steps">
      <p>{m.common_step({ current, total: names.length, name: names[current - 1] ?? "" })}</p>
      <ol>
        {names.map((name, position) => (
          <li key={name} aria-current={position + 1 === current ? "step" : undefined} data-done={position + 1 < current || undefined}>
            {name}
            {position + 1 < current ? <span className="visually-hidden"> ({m.common_step_done()})</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
