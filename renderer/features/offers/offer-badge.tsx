import { nowMilliseconds } from '../../app/clock.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { offerState, type OfferState } from './offer-state.ts';
import { offersTexts } from './texts.ts';

const tones: Record<OfferState, BadgeTone> = {
  running: 'good',
  planned: 'warn',
  ended: 'neutral',
  off: 'neutral',
};

/** How an offer stands now. */
export function OfferBadge({ offer }: { offer: Parameters<typeof offerState>[0] }) {
  const t = offersTexts.useText();
  const state = offerState(offer, nowMilliseconds());
  return <Badge tone={tones[state]}>{t(`state-${state}`)}</Badge>;
}
