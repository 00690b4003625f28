import { expect, test } from 'vitest';
import { addProduct } from './add-product.ts';
import { emptyDraft } from './cart-draft.ts';
import { goOn, startCart, undo } from './history.ts';
import { makeProduct } from './make-samples.ts';
import { dropGiftCard, sellGiftCard } from './sell-gift-card.ts';

test('undo takes a gift card back, and nothing else', () => {
  const bread = makeProduct({ id: 'bread' });
  const before = goOn(startCart('sale'), addProduct(emptyDraft, bread, 1000, 'line'));
  const sold = goOn(before, sellGiftCard(before.draft, 50_000, 'card'));
  expect(undo(sold)).toEqual(before);
  expect(undo(goOn(sold, dropGiftCard(sold.draft, 'card')))).toEqual(sold);
});
