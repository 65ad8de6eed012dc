import type { ReactNode } from "react";

/** A table that becomes a list of cards on a narrow screen; every cell carries its column's name. */
export function DataTable({
  caption,
  hideCaption,
  columns,
  rows,
}: {
  caption: ReactNode;
  /** where a heading right above says the same */
  hideCaption?: boolean;
  columns: { key: string; label: string }[];
  rows: Record<string, ReactNode>[];
}) {
  return (
    <table className="table">
      <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are rendered once, on the server
          <tr key={position}>
            {columns.map((column) => (
              <td key={column.key} data-label={column.label}>
                {row[column.key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
