import { applyErased, applyMerged } from '../../person-records/index.ts';
import { accountChanged, accountCreated } from './apply-accounts.ts';
import {
  categoryChanged,
  categoryCreated,
  productChanged,
  productCreated,
  productsImported,
} from './apply-catalog.ts';
import { cardIssued, cardRevoked, customerChanged, customerCreated } from './apply-customers.ts';
import { promotionChanged, promotionCreated, rewardChanged, rewardCreated } from './apply-offers.ts';
import { registerJoined } from './apply-registers.ts';
import { settingsChanged } from './apply-settings.ts';

/** Edits: the later stamp wins per field, whatever the order of their arrival. */
export const editKinds = {
  'settings.changed': settingsChanged,
  'account.created': accountCreated,
  'account.changed': accountChanged,
  'category.created': categoryCreated,
  'category.changed': categoryChanged,
  'product.created': productCreated,
  'product.changed': productChanged,
  'products.imported': productsImported,
  'customer.created': customerCreated,
  'customer.changed': customerChanged,
  'promotion.created': promotionCreated,
  'promotion.changed': promotionChanged,
  'reward.created': rewardCreated,
  'reward.changed': rewardChanged,
  'card.issued': cardIssued,
  'card.revoked': cardRevoked,
  'register.joined': registerJoined,
  'customer.merged': applyMerged,
  'customer.erased': applyErased,
} as const;
