import type { Settings } from '../../../shared/api/settings.ts';
import { bonusPointsOf } from '../../../shared/domain/points.ts';
import { useCommonText } from '../../app/i18n.ts';
import { useCart } from '../../state/cart.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import { lineOf } from '../../state/cart/cart-draft.ts';
import { offersFor, useOffersState } from '../../state/offers.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { usePointsToEarn } from '../pay/index.ts';
import { earningWords } from './earning-words.ts';
import { occasionOf } from './occasion-of.ts';
import { openRewards } from './open-rewards.ts';
import { pressReward } from './press-offer.ts';
import { sellTexts } from './texts.ts';
import { WhyNot } from './why-not.tsx';
import { WhySteps } from './why-steps.tsx';

/** The whole reckoning: each step of the price, and every offer that does not count with its reason. */
export function WhyDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = sellTexts.useText();
  const formats = useFormats();
  const draft = useCart((state) => state.draft);
  const priced = useCartPrice(settings);
  const standing = useOffersState((state) => offersFor(state, draft.customer)?.customer ?? null);
  const points = usePointsToEarn(priced, settings);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('whyTitle')}
      description={t('whySteps', { total: formats.money(priced.totalMinor) })}
      size="large"
      passesScans
      closeLabel={useCommonText()('close')}
    >
      <div
        role="group"
        aria-label={t('whyTitle')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
        tabIndex={0}
        className="grid gap-x-8 gap-y-4 sm:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]"
      >
        <WhySteps
          priced={priced}
          nameOf={(lineId) => lineOf(draft, lineId)?.product.name ?? ''}
          reasons={{
            lines: new Map(draft.lines.map((line) => [line.lineId, line.discount?.reason ?? ''])),
            sale: draft.discount?.reason ?? '',
            prices: draft.lines
              .filter((line) => line.priceReason !== undefined)
              .map((line) => `${line.product.name} · ${line.priceReason}`),
          }}
          settings={settings}
          points={points}
          earning={earningWords(settings.points, standing, bonusPointsOf(priced), formats)}
        />
        <WhyNotOfCart settings={settings} />
      </div>
    </Dialog>
  );
}

function WhyNotOfCart({ settings }: { settings: Settings }) {
  const draft = useCart((state) => state.draft);
  const priced = useCartPrice(settings);
  const offers = useOffersState((state) => offersFor(state, draft.customer));
  const pricedAt = useOffersState((state) => state.pricedAt);
  const isTaken = new Set(draft.rewardIds);
  const open =
    offers === null || draft.customer === null
      ? []
      : openRewards(offers.rewards, draft, priced, occasionOf(offers, pricedAt, settings));
  const taken = (offers?.rewards ?? [])
    .filter(({ id }) => isTaken.has(id))
    .map(({ id, title, points }) => {
      const refusal = priced.refused.find((offer) => offer.kind === 'reward' && offer.id === id) ?? null;
      return { id, title, points, refusal, isTaken: true };
    });
  return (
    <WhyNot
      refused={priced.refused.filter(({ kind }) => kind === 'promotion')}
      rewards={[...taken, ...open.map((reward) => ({ ...reward, isTaken: false }))]}
      onReward={(reward) => pressReward(reward, isTaken.has(reward.id), settings)}
      hasOffers={offers !== null && offers.promotions.length > 0}
    />
  );
}
