import { createColumnHelper, tableFeatures, useTable, type Row as TableRow } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { DataColumn } from './data-column.ts';

export const tableParts = tableFeatures({});

/** The table's rows of what is in view; sorting and paging are the engine's. */
export function useRowModel<Row extends object>(
  columns: readonly DataColumn<Row>[],
  data: Row[],
  rowKey: (row: Row) => string,
): ReadonlyMap<Row, TableRow<typeof tableParts, Row>> {
  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<typeof tableParts, Row>();
    return columns.map(({ id, header, cell }) =>
      helper.display({ id, header, cell: ({ row }) => cell(row.original) }),
    );
  }, [columns]);
  const table = useTable({ features: tableParts, columns: tableColumns, data, getRowId: rowKey });
  return new Map(table.getRowModel().rows.map((row) => [row.original, row]));
}
