import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { cartActions } from '../../state/cart.ts';
import { nextIndex } from '../../ui/next-index.ts';
import { parseEntry } from './parse-entry.ts';
import { pressProduct, ringUpCode } from './ring-up.ts';
import { sellView } from './sell-view.ts';
import type { Search } from './use-search.ts';

/**
 * The keys of the search field. Enter adds the row in front, but only once the rows are those of the whole text: an
 * Enter that came first waits for them. A text that finds nothing is looked up as a code.
 */
export function useSearchKeys(
  typed: string,
  search: Search,
): { activeIndex: number; onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void } {
  const [moved, setMoved] = useState({ typed, index: 0 });
  const [wantsEnter, setWantsEnter] = useState(false);
  const { text } = parseEntry(typed);
  const { items, isFresh, isFailed } = search;
  const activeIndex = moved.typed === typed ? Math.min(moved.index, Math.max(0, items.length - 1)) : 0;

  const enter = useEffectEvent(() => {
    setWantsEnter(false);
    const product = items[activeIndex];
    if (product !== undefined) return pressProduct(product);
    ringUpCode(text);
    sellView.type('');
  });

  useEffect(() => {
    if (wantsEnter && (isFresh || isFailed) && text !== '') enter();
  }, [wantsEnter, isFresh, isFailed, text]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (text !== '') setWantsEnter(true);
      return;
    }
    if (wantsEnter && event.key.length === 1) setWantsEnter(false);
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
