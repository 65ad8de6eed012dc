import type { ReactNode } from "react";

export interface Column {
  key: string;
  label: string;
  /** numbers stand right, digit under digit; a date stays on one line */
  kind?: "text" | "number" | "date";
}

interface DataTableProps {
  caption: ReactNode;
  /** where a heading right above says the same */
  hideCaption?: boolean;
  columns: Column[];
  rows: Record<string, ReactNode>[];
  /** sums below the line */
  foot?: Record<string, ReactNode>;
  /** the column that names the row; the first unless said otherwise */
  rowHeader?: string;
}

// On a phone rows and cells are laid out as blocks, and a browser then forgets that they make a table. Said aloud, it does not.
const as = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  columnHeader: { role: "columnheader" },
  rowHeader: { role: "rowheader" },
};

/** A table that becomes a list of cards on a narrow screen; every cell carries its column's name. */
export function DataTable({ caption, hideCaption, columns, rows, foot, rowHeader = columns[0]?.key }: DataTableProps) {
  const look = (column: Column) => (column.kind === "number" || column.kind === "date" ? column.kind : undefined);
  const line = (row: Record<string, ReactNode>) =>
    columns.map((column) =>
      column.key === rowHeader ? (
        <th key={column.key} scope="row" {...as.rowHeader} className={look(column)}>
          {row[column.key]}
        </th>
      ) : (
        <td key={column.key} {...as.cell} data-label={column.label} className={look(column)}>
          {row[column.key]}
        </td>
      ),
    );
  return (
    <table className="table" {...as.table}>
      <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
      <thead {...as.group}>
        <tr {...as.row}>
          {columns.map((column) => (
            <th key={column.key} scope="col" {...as.columnHeader} className={look(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.group}>
        {rows.map((row, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are rendered once, on the server
          <tr key={position} {...as.row}>
            {line(row)}
          </tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot {...as.group}>
          <tr {...as.row}>{line(foot)}</tr>
        </tfoot>
      ) : null}
    </table>
  );
}
