import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Product } from '../../../shared/api/catalog.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useFixedRows } from '../../ui/use-fixed-rows.ts';
import type { PagedRows } from '../../ui/use-paged-rows.ts';
import { rememberProducts } from './product-memory.ts';
import { ProductTile } from './product-tile.tsx';
import { sellTexts } from './texts.ts';

export type ProductTilesProps = {
  rows: PagedRows<Product>;
  inCart: ReadonlyMap<string, number>;
  onPress: (product: Product) => void;
};

const TILE_HEIGHT = 92;
const GAP = 8;
const NARROWEST_TILE = 124;

/** The shelf as tiles; only those in view exist. */
export function ProductTiles({ rows, inCart, onPress }: ProductTilesProps) {
  const t = sellTexts.useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(4);
  const { total = columns * 6, page, rowAt, showRange, listKey } = rows;
  const count = Math.ceil(total / columns);
  const isShown = rows.total !== 0 && (rows.total !== undefined || rows.failure === null);
  const { first, last, totalHeight } = useFixedRows(scroller, {
    count,
    rowHeight: TILE_HEIGHT + GAP,
    isShown,
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !isShown) return undefined;
    const fit = () => setColumns(Math.max(2, Math.floor(element.clientWidth / (NARROWEST_TILE + GAP))));
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [isShown]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);

  useEffect(() => {
    if (page !== undefined) rememberProducts(page.items);
  }, [page]);

  useEffect(() => {
    showRange(first * columns, Math.max(0, Math.min(total - 1, (last + 1) * columns - 1)));
  }, [first, last, columns, total, showRange]);

  if (rows.failure !== null && rows.total === undefined)
    return <FailureNotice failure={rows.failure} onRetry={rows.retry} />;
  if (rows.total === 0) return <EmptyState title={t('emptyCategory')} />;
  return (
    <div ref={scroller} className="-m-1 min-h-0 flex-1 overflow-y-auto p-1">
      <div className="relative" style={{ height: totalHeight }}>
        {rowIndexes(first, last).map((row) => (
          <div
            key={row}
            className="absolute inset-x-0 top-0 grid gap-2"
            style={{
              height: TILE_HEIGHT,
              transform: `translateY(${row * (TILE_HEIGHT + GAP)}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(columns, total - row * columns) }, (_, column) => {
              const product = rowAt(row * columns + column);
              return product === undefined ? (
                <Skeleton key={column} className="h-full rounded-card" />
              ) : (
                <ProductTile
                  key={product.id}
                  product={product}
                  inCartMilli={inCart.get(product.id) ?? 0}
                  onPress={onPress}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function rowIndexes(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}
