import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { cartActions } from '../../state/cart.ts';
import { nextIndex } from '../../ui/next-index.ts';
import { couponOf } from './coupon-of.ts';
import { parseEntry } from './parse-entry.ts';
import { pressProduct, ringUpCode } from './ring-up.ts';
import { sellView } from './sell-view.ts';
import type { Search } from './search-products.ts';
import { signStep } from './sign-step.ts';

/** A code may begin with a sign: a scanner's next key comes within this time, and then the sign is no step. */
const scannerMilliseconds = 70;

/**
 * The keys of the search field. Enter adds the row in front, but only once the rows are those of the whole text: an
 * Enter that came first waits for them. A text that finds nothing is looked up as a code.
 */
export function useSearchKeys(
  typed: string,
  search: Search,
): { activeIndex: number; onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void } {
  const [moved, setMoved] = useState({ typed, index: 0 });
  const waitsForRows = useRef(false);
  const stepTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { text } = parseEntry(typed);
  const { items, isFresh, isFailed } = search;
  const activeIndex = moved.typed === typed ? Math.min(moved.index, Math.max(0, items.length - 1)) : 0;

  const areRowsThere = text !== '' && (isFresh || isFailed);

  const enter = () => {
    const product = items[activeIndex];
    if (activeIndex === 0 && couponOf(text) !== undefined) ringUpCode(text);
    else if (product !== undefined) pressProduct(product);
    else ringUpCode(text);
  };
  const enterAtLast = useEffectEvent(() => {
    if (!waitsForRows.current) return;
    waitsForRows.current = false;
    enter();
  });
  useEffect(() => {
    if (areRowsThere) enterAtLast();
  }, [areRowsThere, text]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (areRowsThere) enter();
      else waitsForRows.current = text !== '';
      return;
    }
    waitsForRows.current = false;
    clearTimeout(stepTimer.current);
    const step = typed === '' ? signStep(event) : null;
    if (step !== null) {
      event.preventDefault();
      stepTimer.current = setTimeout(step, scannerMilliseconds);
      return;
    }
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      return sellView.type('');
    }
    if (text === '') {
      if (typed !== '' || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      cartActions.moveSelection(event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    if (event.key === 'Home' || event.key === 'End') return;
    const index = nextIndex(activeIndex, event.key, items.length, 8);
    if (index === null) return;
    event.preventDefault();
    setMoved({ typed, index });
  };
  return { activeIndex, onKeyDown };
}
