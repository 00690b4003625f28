import type { Settings } from '../../../shared/api/settings.ts';
import { toCartOffers, type KnownOffers } from '../../../shared/domain/cart-offers.ts';
import type { Occasion } from '../../../shared/domain/eligible.ts';

/** Who buys, and what the store's clocks show. */
export function occasionOf(
  offers: KnownOffers,
  pricedAt: string,
  { shop }: Pick<Settings, 'shop'>,
): Occasion {
  return toCartOffers(offers, { presentedIds: [], rewardIds: [] }, pricedAt, shop.timeZone);
}
