import type { Fact } from "./receipt.ts";

/** Figures in a column, with the last one as the total. */
export function Amounts({ caption, items }: { caption: string; items: Fact[] }) {
  return (
    <table className="amounts">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {items.map(({ label, value }, position) => (
          <tr key={label} className={position === items.length - 1 ? "amounts-total" : undefined}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
