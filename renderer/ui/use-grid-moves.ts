import { useEffect, useEffectEvent, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { nextIndex } from './next-index.ts';
import type { PagedRows } from './use-paged-rows.ts';

export type GridMovesOptions<Row> = {
  rows: PagedRows<Row>;
  rowHeight: number;
  scrollTo: (index: number) => void;
  onActivate: ((row: Row) => void) | undefined;
};

/** Which row the keys are on, and how keys and presses move it and open rows. */
export function useGridMoves<Row>({ rows, rowHeight, scrollTo, onActivate }: GridMovesOptions<Row>) {
  const [current, setCurrent] = useState({ listKey: rows.listKey, index: 0 });
  const index = current.listKey === rows.listKey ? current.index : 0;
  const moveTo = (target: number) => setCurrent({ listKey: rows.listKey, index: target });
  const toTop = useEffectEvent(() => scrollTo(0));
  useEffect(() => toTop(), [rows.listKey]);
  return {
    current: index,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || rows.total === undefined || rows.total === 0) return;
      const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 2);
      const target = nextIndex(index, event.key, rows.total, page);
      if (target !== null) {
        event.preventDefault();
        moveTo(target);
        scrollTo(target);
      }
      const row = rows.rowAt(index);
      if (event.key === 'Enter' && row !== undefined) onActivate?.(row);
    },
    onClick: (event: MouseEvent) => {
      const pressed = event.target instanceof Element ? event.target.closest('[data-index]') : null;
      if (pressed === null) return;
      const target = Number(pressed.getAttribute('data-index'));
      const row = rows.rowAt(target);
      moveTo(target);
      if (row !== undefined) onActivate?.(row);
    },
  };
}
