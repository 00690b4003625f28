import { ArrowDown, ArrowUp } from 'lucide-react';
import { classNames } from './class-names.ts';
import { tracksOf, type DataColumn } from './data-column.ts';

export type DataTableHeaderProps<Row> = {
  columns: readonly DataColumn<Row>[];
  sort: string | undefined;
  onSortChange: ((sort: string) => void) | undefined;
};

/** The names of the columns, which stay in view; those that sort are buttons. */
export function DataTableHeader<Row>({ columns, sort, onSortChange }: DataTableHeaderProps<Row>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-1 border-b bg-surface">
      <div
        role="row"
        aria-rowindex={1}
        className="grid gap-3 px-4"
        style={{ gridTemplateColumns: tracksOf(columns) }}
      >
        {columns.map((column) => (
          <HeaderCell key={column.id} column={column} sort={sort} onSortChange={onSortChange} />
        ))}
      </div>
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSortChange,
}: Omit<DataTableHeaderProps<Row>, 'columns'> & { column: DataColumn<Row> }) {
  const { header, align } = column;
  const up = column.sort !== undefined && sort === column.sort;
  const down = column.sort !== undefined && sort === `-${column.sort}`;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
      className={classNames(
        'flex min-h-11 min-w-0 items-center text-sm font-medium text-ink-muted',
        align === 'end' && 'justify-end',
      )}
    >
      {column.sort === undefined || onSortChange === undefined ? (
        <span className="truncate">{header}</span>
      ) : (
        <button
          type="button"
          onClick={() => onSortChange(up ? `-${column.sort}` : (column.sort ?? ''))}
          className={classNames(
            '-mx-2 inline-flex min-h-11 min-w-0 items-center gap-1 rounded-lg px-2 outline-offset-[-3px] hover:text-ink',
            align === 'end' && 'flex-row-reverse',
          )}
        >
          <span className="truncate">{header}</span>
          <Arrow
            className={classNames('size-3.5 shrink-0', !up && !down && 'invisible')}
            aria-hidden="true"
          />
        </button>
      )}
    </div>
  );
}
