import type { TenderKind } from './settle.ts';

/** Every word that a receipt says by itself, so that it can be said in another language. */
export const englishWords = {
  copy: '*** COPY ***',
  taxNumber: 'Tax no.',
  receipt: 'Receipt',
  date: 'Date',
  cashier: 'Cashier',
  customer: 'Customer',
  discount: 'Discount',
  subtotal: 'Subtotal',
  reward: 'Reward',
  points: 'points',
  total: 'TOTAL',
  tax: 'Tax',
  taxIncluded: 'Tax included',
  on: 'on',
  cashRounding: 'Cash rounding',
  reference: 'Ref.',
  change: 'Change',
  pointsEarned: 'Points earned',
  pointsOf: 'of these, for',
  pointsSpent: 'Points spent',
  pointsBalance: 'Points balance',
  journal: 'Journal',
  tenders: {
    cash: 'Cash',
    card: 'Card',
    ewallet: 'E-wallet',
    'gift-card': 'Gift card',
    'store-credit': 'Store credit',
    online: 'Online payment',
    points: 'Points',
    'on-account': 'On account',
    exchange: 'Exchange',
  } satisfies Record<TenderKind, string>,
};
export type ReceiptWords = typeof englishWords;
