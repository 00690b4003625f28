import type { OffersAnswer } from '../../../shared/api/offers.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { Formats } from '../../ui/format.tsx';
import { sellTexts } from './texts.ts';

type Standing = Pick<NonNullable<OffersAnswer['customer']>, 'tierName' | 'multiplierPpm'>;

const ONCE_PPM = 1_000_000;

/** `Silver × 1.5`; empty for a tier that multiplies nothing. */
export function tierWords(standing: Standing | null): string {
  if (standing?.tierName == null || standing.multiplierPpm === ONCE_PPM) return '';
  const { tierName: tier, multiplierPpm } = standing;
  return sellTexts.text('earnsAs', { tier, times: String(multiplierPpm / ONCE_PPM) });
}

/** How the points of a sale come about: `1 per ₱10.00 · Silver × 1.5 · 20 bonus points`. */
export function earningWords(
  points: Pick<Settings['points'], 'points' | 'amountMinor'>,
  standing: Standing | null,
  bonusPoints: number,
  { money, number }: Pick<Formats, 'money' | 'number'>,
): string {
  const t = sellTexts.text;
  const tier = tierWords(standing);
  return [
    t('whyEarnsRule', { points: number(points.points), amount: money(points.amountMinor) }),
    ...(tier === '' ? [] : [tier]),
    ...(bonusPoints > 0 ? [t('whyEarnsBonus', { count: bonusPoints, points: number(bonusPoints) })] : []),
  ].join(' · ');
}
