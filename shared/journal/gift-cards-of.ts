import type { RefundBody, SaleBody } from './kinds.ts';

/** What a sale put on gift cards that it sold: owed, and no goods. */
export function soldOnGiftCards({ lines }: Pick<SaleBody, 'lines'>): number {
  return lines
    .filter(({ kind }) => kind === 'gift-card')
    .reduce((sum, { totalMinor }) => sum + totalMinor, 0);
}

/** What a refund took off gift cards that came back. */
export function takenBackGiftCards({ credits }: Pick<RefundBody, 'credits'>): number {
  return credits
    .filter(({ kind }) => kind === 'reversed')
    .reduce((sum, { amountMinor }) => sum - amountMinor, 0);
}
