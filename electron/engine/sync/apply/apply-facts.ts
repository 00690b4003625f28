import type { Apply } from './types.ts';

const waits: Apply = () => 'waits';

/** Facts: they only add up, so the order of their arrival never matters. */
export const factKinds = {
  'stock.moved': waits,
  'refund.committed': waits,
  'sale.voided': waits,
  'credit.opened': waits,
  'credit.changed': waits,
  'credit.paid': waits,
  'sale.committed': waits,
  'points.changed': waits,
  'promotion.redeemed': waits,
} as const;
