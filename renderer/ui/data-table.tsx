import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { DataColumn } from './data-column.ts';
import { DataTableHeader } from './data-table-header.tsx';
import { DataTableRow } from './data-table-row.tsx';
import { useGridMoves } from './use-grid-moves.ts';
import type { PagedRows } from './use-paged-rows.ts';
import { useRowModel } from './use-row-model.ts';

export type { DataColumn } from './data-column.ts';

export type DataTableProps<Row> = {
  label: string;
  columns: readonly DataColumn<Row>[];
  /** Rows fetched as they come into view (`usePagedRows`), or simply all of them. */
  source: PagedRows<Row> | readonly Row[];
  rowKey: (row: Row) => string;
  /** Enter, or a press on a row. */
  onActivate?: (row: Row) => void;
  /** The row that is open beside the list. */
  selectedKey?: string | null;
  sort?: string;
  onSortChange?: (sort: string) => void;
  rowHeight?: number;
  /** In place of the rows when there are none. */
  empty: ReactNode;
  /** Shown above the rows when a page could not be fetched. */
  failureNotice?: (failure: Error, retry: () => void) => ReactNode;
  className?: string;
};

const headerHeight = 45;
const rowsBeforeTheFirstAnswer = 12;

function fromArray<Row>(rows: readonly Row[]): PagedRows<Row> {
  return {
    total: rows.length,
    rowAt: (index) => rows[index],
    showRange: () => undefined,
    page: undefined,
    isOutdated: false,
    failure: null,
    retry: () => undefined,
    listKey: '',
  };
}

function useRowsInView<Row>(rows: PagedRows<Row>, rowHeight: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.total ?? rowsBeforeTheFirstAnswer,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The header stands over the first pixels of the scroller, so as many are missing at its end.
    scrollPaddingEnd: headerHeight,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { showRange } = rows;
  useEffect(() => showRange(first, last), [showRange, first, last]);
  return {
    scroller,
    height: virtualizer.getTotalSize(),
    inView: items.map(({ index, start }) => ({ index, start, row: rows.rowAt(index) })),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

/**
 * A list of rows of any length, of which only those in view are drawn. One tab stop; arrows, Page and Home/End move,
 * Enter opens. Needs a parent of a definite height.
 */
export function DataTable<Row extends object>({
  label,
  columns,
  source,
  rowKey,
  onActivate,
  selectedKey = null,
  sort,
  onSortChange,
  rowHeight = 52,
  empty,
  failureNotice,
  className,
}: DataTableProps<Row>) {
  const id = useId();
  const rows = 'rowAt' in source ? source : fromArray(source);
  const { scroller, height, inView, scrollTo } = useRowsInView(rows, rowHeight);
  const { current, onKeyDown, onClick } = useGridMoves({ rows, rowHeight, scrollTo, onActivate });
  const loaded = inView.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const model = useRowModel(columns, loaded, rowKey);
  return (
    <div
      className={classNames(
        'flex min-h-0 flex-col overflow-hidden rounded-card border bg-surface shadow-low has-[[role=grid]:focus-visible]:outline-3 has-[[role=grid]:focus-visible]:outline-focus',
        className,
      )}
    >
      {rows.failure !== null && (
        <div className="border-b p-3">{failureNotice?.(rows.failure, rows.retry)}</div>
      )}
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.total === undefined ? -1 : rows.total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={rows.total ? `${id}-row-${current}` : undefined}
        aria-busy={rows.total === undefined || rows.isOutdated}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        className="group min-h-0 flex-1 overflow-auto outline-none"
      >
        <DataTableHeader columns={columns} sort={sort} onSortChange={onSortChange} />
        {rows.total === 0 ? (
          <div role="row">
            <div role="gridcell">{empty}</div>
          </div>
        ) : (
          <div
            role="rowgroup"
            className={classNames('relative', rows.isOutdated && 'late opacity-60')}
            style={{ height }}
          >
            {inView.map(({ index, start, row }) => (
              <DataTableRow
                key={index}
                id={`${id}-row-${index}`}
                {...{ index, start, columns }}
                height={rowHeight}
                row={row && model.get(row)}
                isCurrent={index === current}
                isSelected={row !== undefined && selectedKey === rowKey(row)}
                opens={onActivate !== undefined}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
