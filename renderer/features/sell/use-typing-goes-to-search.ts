import { useLayoutEffect, type RefObject } from 'react';
import { topLayerDepth } from '../../ui/layers.tsx';
import { sellView, useSellView } from './sell-view.ts';
import { signStep } from './sign-step.ts';

/**
 * What is typed while no field has the focus goes to the search. The caret starts there where a keyboard is at hand;
 * on a touch screen it waits for a tap, since its keyboard would cover half the till.
 */
export function useTypingGoesToSearch(inputRef: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    if (matchMedia('(any-pointer: fine)').matches || !matchMedia('(any-pointer: coarse)').matches)
      inputRef.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      const input = inputRef.current;
      const isText = [...event.key].length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (input === null || !isText || event.defaultPrevented || topLayerDepth() > 0) return;
      if (event.target !== document.body && event.target !== document.getElementById('page')) return;
      event.preventDefault();
      const { typed } = useSellView.getState();
      const step = typed === '' ? signStep(event) : null;
      if (step !== null) return step();
      input.focus();
      sellView.type(typed + event.key);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [inputRef]);
}
