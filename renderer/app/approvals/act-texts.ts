import { defineTexts } from '../i18n.ts';

/** The acts at the counter in plain words, for rules and for who is asked to approve one. */
export const actTexts = defineTexts('acts', {
  'discount-line': 'Discount on a line',
  'discount-order': 'Discount on the whole sale',
  'price-change': 'Change of a price',
  'ad-hoc-item': 'Item that is not in the catalogue',
  'remove-line': 'Taking out a line that was rung up',
  'sell-below-zero': 'Sale of more than is in stock',
  'charge-account': 'Sale on account',
  refund: 'Refund with the receipt',
  'refund-without-receipt': 'Refund without a receipt',
  'refund-other-tender': 'Refund in another way than it was paid',
  void: 'Void of a sale',
  'cash-in': 'Cash put into the drawer',
  'cash-out': 'Cash taken out of the drawer',
  drop: 'Cash taken to the safe',
  'no-sale': 'Opening the drawer without a sale',
  reprint: 'Printing a receipt again',
  'close-variance': 'Closing with cash over or short',
  'close-other-shift': 'Closing the shift of somebody else',
});
