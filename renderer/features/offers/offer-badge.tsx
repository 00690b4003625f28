import { nowMilliseconds } from '../../app/clock.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { offerStateAt, type OfferState } from '../../../shared/domain/offer-state.ts';
import { offersTexts } from './texts.ts';

const tones: Record<OfferState, BadgeTone> = {
  running: 'good',
  planned: 'warn',
  ended: 'neutral',
  off: 'neutral',
};

/** How an offer stands now. */
export function OfferBadge({ offer }: { offer: Parameters<typeof offerStateAt>[0] }) {
  const t = offersTexts.useText();
  const state = offerStateAt(offer, new Date(nowMilliseconds()).toISOString());
  return <Badge tone={tones[state]}>{t(`state-${state}`)}</Badge>;
}
