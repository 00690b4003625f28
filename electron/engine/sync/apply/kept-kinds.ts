import type { Apply } from './types.ts';

const keep: Apply = () => 'no-effect';

/** What concerns the till alone that made it: kept, listed and shown, and nothing else comes of it here. */
export const keptKinds = {
  'store.set-up': keep,
  'account.sessions-ended': keep,
  'sign-in.failed': keep,
  'approval.given': keep,
  'approval.refused': keep,
  'shift.counted': keep,
  'cart.lines-removed': keep,
  'order.placed': keep,
  'order-payment.started': keep,
  'order-payment.finished': keep,
  'device.enrolled': keep,
  'device.revoked': keep,
  'receipt.reprinted': keep,
  'paper.reprinted': keep,
  'drawer.tested': keep,
  'register.left': keep,
  'life.begun': keep,
} as const;
