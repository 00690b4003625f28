import { useVirtualizer } from '@tanstack/react-virtual';
import { ShoppingBasket } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PricedCart } from '../../../shared/domain/price.ts';
import { useCart } from '../../state/cart.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CartLineRow, LINE_HEIGHT } from './cart-line-row.tsx';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';

/** The lines of the cart; only those in view exist, so that a long cart is as quick as a short one. */
export function CartLines({ priced }: { priced: PricedCart }) {
  const t = sellTexts.useText();
  const { lines, selectedLineId } = useCart((state) => state.draft);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => lines[index]?.lineId ?? index,
    overscan: 5,
  });
  const selectedIndex = lines.findIndex((line) => line.lineId === selectedLineId);

  useEffect(() => {
    if (selectedIndex !== -1) virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [virtual, selectedIndex, lines.length]);

  if (lines.length === 0)
    return <EmptyState icon={ShoppingBasket} title={t('cartEmpty')} description={t('cartEmptyHint')} />;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto rounded-[inherit]">
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => {
          const line = lines[row.index];
          return (
            line && (
              <li
                key={row.key}
                aria-setsize={lines.length}
                aria-posinset={row.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ height: LINE_HEIGHT, transform: `translateY(${row.start}px)` }}
              >
                <CartLineRow
                  line={line}
                  priced={priced.lines[row.index]}
                  isSelected={line.lineId === selectedLineId}
                  onQuantity={openQuantity}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

const openQuantity = () => sellView.open('quantity');
