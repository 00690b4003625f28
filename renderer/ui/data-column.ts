import type { ReactNode } from 'react';

export type DataColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** A CSS grid track, such as `minmax(10rem, 2fr)` or `8rem`. */
  width?: string;
  /** The name to sort by; `-name` is downwards. Without it the column does not sort. */
  sort?: string;
};

/** The tracks of all columns, for `grid-template-columns`. */
export function tracksOf<Row>(columns: readonly DataColumn<Row>[]): string {
  return columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ');
}
