import { useLayoutEffect, useState, type RefObject } from 'react';

export type FixedRows = {
  /** The rows to draw, `last` included; none when `last` is below `first`. */
  first: number;
  last: number;
  /** Of all rows together, in pixels. */
  totalHeight: number;
};

const STEP = 4;
const OVERSCAN = 6;

/**
 * Which rows of a long list are in view when all are equally high. Small on purpose: lists whose rows differ take
 * react-virtual.
 */
export function useFixedRows(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, isShown = true }: { count: number; rowHeight: number; isShown?: boolean },
): FixedRows {
  const [view, setView] = useState({ from: 0, rows: 24 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !isShown) return undefined;
    // In steps of a few rows, so that scrolling draws anew only when rows come into view.
    const look = () => {
      const from = Math.floor(element.scrollTop / rowHeight / STEP) * STEP;
      const rows = Math.ceil(element.clientHeight / rowHeight) + STEP;
      setView((now) => (now.from === from && now.rows === rows ? now : { from, rows }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight, isShown]);

  // A list that became shorter is looked at from its end until the browser has scrolled back.
  const from = Math.min(view.from, Math.max(0, count - view.rows));
  return {
    first: Math.max(0, from - OVERSCAN),
    last: Math.min(count, from + view.rows + OVERSCAN) - 1,
    totalHeight: count * rowHeight,
  };
}

/** Brings a row into view, moving no further than needed. */
export function scrollToRow(element: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  const bottom = top + rowHeight;
  if (top < element.scrollTop) element.scrollTo({ top });
  else if (bottom > element.scrollTop + element.clientHeight)
    element.scrollTo({ top: bottom - element.clientHeight });
}
