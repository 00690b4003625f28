import type { RefusedOffer } from '../../../shared/domain/offers.ts';
import { refusalWords } from '../../app/offer-words.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import type { OpenReward } from './offer-glance.ts';
import { sellTexts } from './texts.ts';

export type WhyNotProps = {
  /** Promotions that do not count, and why. */
  refused: readonly RefusedOffer[];
  /** Every reward of the shop; without a customer none. */
  rewards: readonly (OpenReward & { isTaken: boolean })[];
  onReward: (reward: OpenReward) => void;
  hasOffers: boolean;
};

/** The offers that do not count, each with its reason, and the rewards to take or give back. */
export function WhyNot({ refused, rewards, onReward, hasOffers }: WhyNotProps) {
  const t = sellTexts.useText();
  const formats = useFormats();
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {rewards.length > 0 && (
        <section aria-label={t('whyRewards')}>
          <h3 className="pb-1 text-sm font-semibold text-ink-muted">{t('whyRewards')}</h3>
          <ul>
            {rewards.map((reward) => (
              <RewardRow key={reward.id} reward={reward} onPress={() => onReward(reward)} />
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('whyNot')}>
        <h3 className="pb-1 text-sm font-semibold text-ink-muted">{t('whyNot')}</h3>
        {refused.length === 0 && (
          <p className="border-t py-2 text-ink-muted">{t(hasOffers ? 'whyNotNothing' : 'whyNoOffers')}</p>
        )}
        <ul>
          {refused.map((offer) => (
            <li key={`${offer.kind} ${offer.id}`} className="border-t py-2">
              <p className="font-medium [overflow-wrap:anywhere]">{offer.title}</p>
              <p className="figures text-sm text-ink-muted">{refusalWords(offer, formats)}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function RewardRow({ reward, onPress }: { reward: OpenReward & { isTaken: boolean }; onPress: () => void }) {
  const t = sellTexts.useText();
  const formats = useFormats();
  const { title, points, refusal, isTaken } = reward;
  const canPress = isTaken || refusal === null;
  return (
    <li className="flex items-center gap-3 border-t py-1.5">
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{title}</p>
        <p className="figures text-sm text-ink-muted">
          {t('offerCosts', { count: points, points: formats.number(points) })}
          {refusal !== null && ` · ${refusalWords(refusal, formats)}`}
        </p>
      </div>
      {canPress && (
        <Button
          aria-label={t(isTaken ? 'rewardDrop' : 'rewardTake', { title })}
          aria-pressed={isTaken}
          onClick={onPress}
          className="shrink-0 px-3!"
        >
          {t(isTaken ? 'whyDropReward' : 'whyTakeReward')}
        </Button>
      )}
    </li>
  );
}
