import { FlexRender, type Row as TableRow } from '@tanstack/react-table';
import { classNames } from './class-names.ts';
import { tracksOf, type DataColumn } from './data-column.ts';
import { Skeleton } from './skeleton.tsx';
import type { tableParts } from './use-row-model.ts';

export type DataTableRowProps<Row extends object> = {
  id: string;
  index: number;
  /** Where it stands in the list, in pixels. */
  start: number;
  height: number;
  columns: readonly DataColumn<Row>[];
  /** Undefined while its page is on the way. */
  row: TableRow<typeof tableParts, Row> | undefined;
  isCurrent: boolean;
  isSelected: boolean;
  opens: boolean;
};

/** One row, or the place of one that is still coming. */
export function DataTableRow<Row extends object>({
  id,
  index,
  start,
  height,
  columns,
  row,
  isCurrent,
  isSelected,
  opens,
}: DataTableRowProps<Row>) {
  const cells = row?.getAllCells();
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      className={classNames(
        'absolute inset-x-0 top-0 grid items-center gap-3 border-b px-4',
        opens && 'cursor-pointer hover:bg-sunken',
        isSelected && 'bg-accent-soft',
        isCurrent &&
          'group-focus-visible:outline-3 group-focus-visible:outline-offset-[-3px] group-focus-visible:outline-focus',
      )}
      style={{ height, transform: `translateY(${start}px)`, gridTemplateColumns: tracksOf(columns) }}
    >
      {columns.map(({ id: columnId, align }, position) => {
        const cell = cells?.[position];
        return (
          <div
            key={columnId}
            role="gridcell"
            className={classNames('min-w-0 truncate', align === 'end' && 'figures text-right')}
          >
            {cell === undefined ? <Skeleton className="h-4 w-2/3" /> : <FlexRender cell={cell} />}
          </div>
        );
      })}
    </div>
  );
}
