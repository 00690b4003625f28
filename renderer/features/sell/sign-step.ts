import { cartActions, useCart } from '../../state/cart.ts';

type Key = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What `+` or `-` of the main keyboard does to the selected line, as on the number pad; null when there is nothing. */
export function signStep({ key, repeat, ctrlKey, altKey, metaKey }: Key): (() => void) | null {
  const { selectedLineId } = useCart.getState().draft;
  if ((key !== '+' && key !== '-') || selectedLineId === null || ctrlKey || altKey || metaKey) return null;
  return () => {
    if (!repeat) cartActions.step(selectedLineId, key === '+' ? 1 : -1);
  };
}
