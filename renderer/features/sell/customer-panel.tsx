import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { offersFor, useOffersState } from '../../state/offers.ts';
import { pointsPaid, usePayment } from '../pay/index.ts';
import { CustomerChip, NoCustomerChip } from './customer-chip.tsx';
import { occasionOf } from './occasion-of.ts';
import { glanceAt } from './offer-glance.ts';
import { OfferStrip } from './offer-strip.tsx';
import { openRewards } from './open-rewards.ts';
import { pressOffer } from './press-offer.ts';
import { sellView } from './sell-view.ts';
import { standingOf } from './standing.ts';

/** Who buys, and what they can have today. */
export function CustomerPanel({ priced, settings }: { priced: PricedDraft; settings: Settings }) {
  const draft = useCart((state) => state.draft);
  const offers = useOffersState((state) => offersFor(state, draft.customer));
  const [now] = useState(nowMilliseconds);
  const { customer } = draft;
  const hasOffers = offers !== null && offers.promotions.length + offers.rewards.length > 0;
  const pricedAt = useOffersState((state) => state.pricedAt);
  const taken = usePayment((state) => state.payment.taken);
  const spent =
    pointsPaid(taken, settings.points) + priced.rewards.reduce((sum, { points }) => sum + points, 0);
  const openCustomer = () => sellView.open('customer');
  return (
    <div className="flex shrink-0 flex-col rounded-card border bg-surface shadow-low">
      {customer === null ? (
        <NoCustomerChip onOpen={openCustomer} />
      ) : (
        <CustomerChip
          customer={customer}
          standing={standingOf(customer, offers?.customer ?? null, settings.points, { spent, now })}
          onOpen={openCustomer}
          onRemove={cartActions.detachCustomer}
        />
      )}
      {hasOffers && (
        <OfferStrip
          items={glanceAt(
            priced,
            draft.presented.map(({ promotionId }) => promotionId),
            customer === null
              ? []
              : openRewards(offers.rewards, draft, priced, occasionOf(offers, pricedAt, settings)),
          )}
          isRoomy={customer !== null}
          onPress={(item) => pressOffer(item, settings)}
        />
      )}
    </div>
  );
}
