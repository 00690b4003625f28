import { applyCreditChanged, applyCreditOpened, applyCreditPaid } from '../../credits/index.ts';
import { applyPoints } from '../../loyalty/index.ts';
import { applySale } from '../../orders/index.ts';
import { applyRedemption } from '../../promotions/index.ts';
import { applyRefund, applyVoid } from '../../refunds/index.ts';
import { applyCashMoved, applyShiftClosed, applyShiftOpened } from '../../shifts/index.ts';
import { applyStock } from '../../stock/index.ts';

/** Facts: they only add up, so the order of their arrival never matters. */
export const factKinds = {
  'stock.moved': applyStock,
  'shift.opened': applyShiftOpened,
  'cash.moved': applyCashMoved,
  'shift.closed': applyShiftClosed,
  'refund.committed': applyRefund,
  'sale.voided': applyVoid,
  'credit.opened': applyCreditOpened,
  'credit.changed': applyCreditChanged,
  'credit.paid': applyCreditPaid,
  'sale.committed': applySale,
  'points.changed': applyPoints,
  'promotion.redeemed': applyRedemption,
} as const;
