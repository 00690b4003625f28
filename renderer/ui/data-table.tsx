import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { classNames } from './class-names.ts';
import { nextIndex } from './next-index.ts';
import { Skeleton } from './skeleton.tsx';
import type { PagedRows } from './use-paged-rows.ts';

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

const features = tableFeatures({});

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
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const rows = 'rowAt' in source ? source : fromArray(source);
  const count = rows.total ?? 12;
  const template = columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ');

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  const { showRange, listKey } = rows;
  useEffect(() => showRange(first, last), [showRange, first, last]);
  useEffect(() => {
    setCurrent(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);

  const inView = items.map((item) => ({ index: item.index, start: item.start, row: rows.rowAt(item.index) }));
  const data = inView.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
      }),
    );
  }, [columns]);
  const table = useTable({ features, columns: tableColumns, data, getRowId: rowKey });
  const model = new Map(table.getRowModel().rows.map((row) => [row.original, row]));
  const columnById = new Map(columns.map((column) => [column.id, column]));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || rows.total === undefined || rows.total === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const target = nextIndex(current, event.key, rows.total, page);
    if (target !== null) {
      event.preventDefault();
      setCurrent(target);
      virtualizer.scrollToIndex(target, { align: 'auto' });
    }
    const row = rows.rowAt(current);
    if (event.key === 'Enter' && row !== undefined) onActivate?.(row);
  };

  const onClick = (event: MouseEvent) => {
    const pressed = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (pressed === null) return;
    const index = Number(pressed.getAttribute('data-index'));
    const row = rows.rowAt(index);
    setCurrent(index);
    if (row !== undefined) onActivate?.(row);
  };

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
        <div role="rowgroup" className="sticky top-0 z-1 border-b bg-surface">
          {table.getHeaderGroups().map((group) => (
            <div
              key={group.id}
              role="row"
              aria-rowindex={1}
              className="grid gap-3 px-4"
              style={{ gridTemplateColumns: template }}
            >
              {group.headers.map((header) => {
                const column = columnById.get(header.column.id);
                return (
                  column && (
                    <HeaderCell key={header.id} column={column} sort={sort} onSortChange={onSortChange} />
                  )
                );
              })}
            </div>
          ))}
        </div>
        {rows.total === 0 ? (
          <div role="row">
            <div role="gridcell">{empty}</div>
          </div>
        ) : (
          <div
            role="rowgroup"
            className={classNames('relative', rows.isOutdated && 'late opacity-60')}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {inView.map(({ index, start, row }) => {
              const isCurrent = index === current;
              const isSelected = row !== undefined && selectedKey === rowKey(row);
              return (
                <div
                  key={index}
                  id={`${id}-row-${index}`}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={isSelected}
                  data-index={index}
                  className={classNames(
                    'absolute inset-x-0 top-0 grid items-center gap-3 border-b px-4',
                    onActivate && 'cursor-pointer hover:bg-sunken',
                    isSelected && 'bg-accent-soft',
                    isCurrent &&
                      'group-focus-visible:outline-3 group-focus-visible:outline-offset-[-3px] group-focus-visible:outline-focus',
                  )}
                  style={{
                    height: rowHeight,
                    transform: `translateY(${start}px)`,
                    gridTemplateColumns: template,
                  }}
                >
                  {(row === undefined ? undefined : model.get(row))?.getAllCells().map((cell) => (
                    <div
                      key={cell.id}
                      role="gridcell"
                      className={classNames(
                        'min-w-0 truncate',
                        columnById.get(cell.column.id)?.align === 'end' && 'figures text-right',
                      )}
                    >
                      <table.FlexRender cell={cell} />
                    </div>
                  )) ??
                    columns.map((column) => (
                      <div key={column.id} role="gridcell">
                        <Skeleton className="h-4 w-2/3" />
                      </div>
                    ))}
                </div>
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSortChange,
}: {
  column: DataColumn<Row>;
  sort: string | undefined;
  onSortChange: ((sort: string) => void) | undefined;
}) {
  const up = column.sort !== undefined && sort === column.sort;
  const down = column.sort !== undefined && sort === `-${column.sort}`;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
      className={classNames(
        'flex min-h-11 min-w-0 items-center text-sm font-medium text-ink-muted',
        column.align === 'end' && 'justify-end',
      )}
    >
      {column.sort === undefined || onSortChange === undefined ? (
        <span className="truncate">{column.header}</span>
      ) : (
        <button
          type="button"
          onClick={() => onSortChange(up ? `-${column.sort}` : (column.sort ?? ''))}
          className={classNames(
            '-mx-2 inline-flex min-h-11 min-w-0 items-center gap-1 rounded-lg px-2 outline-offset-[-3px] hover:text-ink',
            column.align === 'end' && 'flex-row-reverse',
          )}
        >
          <span className="truncate">{column.header}</span>
          <Arrow
            className={classNames('size-3.5 shrink-0', !up && !down && 'invisible')}
            aria-hidden="true"
          />
        </button>
      )}
    </div>
  );
}
