import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type FigureColumn<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
};

export type FiguresTableProps<Row> = {
  caption: string;
  columns: readonly FigureColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What the rows come to. */
  foot?: readonly Row[];
};

/** A small table of figures, as a report prints it. */
export function FiguresTable<Row>({ caption, columns, rows, rowKey, foot = [] }: FiguresTableProps<Row>) {
  const cellClass = (column: FigureColumn<Row>) =>
    classNames(
      'px-2 first:pl-0 last:pr-0',
      column.align === 'end' ? 'figures text-right whitespace-nowrap' : 'text-left wrap-anywhere',
    );
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b text-sm text-ink-muted">
          {columns.map((column) => (
            <th
              key={column.header}
              scope="col"
              className={classNames('py-1.5 font-medium', cellClass(column))}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="border-b last:border-b-0">
            {columns.map((column) => (
              <td key={column.header} className={classNames('py-2', cellClass(column))}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot.length > 0 && (
        <tfoot>
          {foot.map((row) => (
            <tr key={rowKey(row)} className="border-t-2 font-semibold">
              {columns.map((column) => (
                <td key={column.header} className={classNames('py-2', cellClass(column))}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  );
}
