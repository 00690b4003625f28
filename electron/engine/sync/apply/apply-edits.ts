import type { Apply } from './types.ts';

const waits: Apply = () => 'waits';

/** Edits: the later stamp wins per field, whatever the order of their arrival. */
export const editKinds = {
  'store.set-up': waits,
  'settings.changed': waits,
  'account.created': waits,
  'account.changed': waits,
  'category.created': waits,
  'category.changed': waits,
  'product.created': waits,
  'product.changed': waits,
  'products.imported': waits,
  'customer.created': waits,
  'customer.changed': waits,
  'promotion.created': waits,
  'promotion.changed': waits,
  'reward.created': waits,
  'reward.changed': waits,
  'card.issued': waits,
  'card.revoked': waits,
  'register.joined': waits,
  'customer.merged': waits,
  'customer.erased': waits,
} as const;
