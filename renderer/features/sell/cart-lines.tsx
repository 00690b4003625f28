import { ShoppingBasket } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useCart } from '../../state/cart.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { scrollToRow, useFixedRows } from '../../ui/use-fixed-rows.ts';
import { CartLineRow, LINE_HEIGHT } from './cart-line-row.tsx';
import { lineOfferWords, offersByLine } from './line-offers.ts';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';

/** The lines of the cart; only those in view exist, so that a long cart is as quick as a short one. */
export function CartLines({ priced }: { priced: PricedDraft }) {
  const t = sellTexts.useText();
  const { amount } = useFormats();
  const offers = useMemo(() => offersByLine(priced), [priced]);
  const { lines, selectedLineId, giftCards } = useCart((state) => state.draft);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, totalHeight } = useFixedRows(scroller, {
    count: lines.length,
    rowHeight: LINE_HEIGHT,
    isShown: lines.length > 0,
  });
  const selectedIndex = lines.findIndex((line) => line.lineId === selectedLineId);

  // Also when a customer with offers takes some of its room.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || selectedIndex === -1) return undefined;
    const show = () => scrollToRow(element, selectedIndex, LINE_HEIGHT);
    show();
    const observer = new ResizeObserver(show);
    observer.observe(element);
    return () => observer.disconnect();
  }, [selectedIndex, lines.length]);

  if (lines.length === 0 && giftCards.length > 0) return <div className="flex-1" />;
  if (lines.length === 0)
    return <EmptyState icon={ShoppingBasket} title={t('cartEmpty')} description={t('cartEmptyHint')} />;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto rounded-[inherit]">
      <ul className="relative" style={{ height: totalHeight }}>
        {lines.slice(first, last + 1).map((line, offset) => {
          const index = first + offset;
          return (
            <li
              key={line.lineId}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: LINE_HEIGHT, transform: `translateY(${index * LINE_HEIGHT}px)` }}
            >
              <CartLineRow
                line={line}
                priced={priced.lines[index]}
                offers={lineOfferWords(offers.get(line.lineId), amount)}
                isSelected={line.lineId === selectedLineId}
                onQuantity={openQuantity}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const openQuantity = () => sellView.open('quantity');
