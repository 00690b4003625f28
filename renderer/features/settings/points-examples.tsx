import { floorMultiplyDivide } from '../../../shared/domain/money.ts';
import { amountForPoints } from '../../../shared/domain/points.ts';
import { useFormats } from '../../ui/format.tsx';
import type { PointsDraft } from './points-draft.ts';
import { settingsTexts } from './texts.ts';

const exampleClass = 'figures rounded-control bg-sunken px-4 py-3';

/** What a purchase earns by what is written. */
export function EarningExample({ draft: { enabled, amountMinor, points } }: { draft: PointsDraft }) {
  const t = settingsTexts.useText();
  const { money, number, currency } = useFormats();
  if (!enabled) return <p className="text-ink-muted">{t('pointsNone')}</p>;
  if (amountMinor === null || points === null || amountMinor < 1 || points < 1) return null;
  const spentMinor = 125 * 10 ** currency.exponent;
  const { quotient: earned } = floorMultiplyDivide(spentMinor, points, amountMinor);
  return (
    <p className={exampleClass}>
      {t('pointsExample', { amount: money(spentMinor), count: earned, number: number(earned) })}
    </p>
  );
}

const examplePoints = 100;
const mostPpm = 100_000_000;

/** What points are worth by what is written, and what of a purchase comes back as points. */
export function WorthExample({ draft }: { draft: PointsDraft }) {
  const t = settingsTexts.useText();
  const { money, number, percent } = useFormats();
  const { redeem, valueMinor, minimumPoints, enabled, amountMinor, points } = draft;
  if (!redeem) return <p className="text-ink-muted">{t('pointsRedeemNone')}</p>;
  if (valueMinor === null || valueMinor < 1 || valueMinor > 1_000_000_000) return null;
  const isEarned = enabled && amountMinor !== null && amountMinor > 0 && points !== null && points > 0;
  const sharePpm = isEarned ? shareOf(points, valueMinor, amountMinor) : null;
  return (
    <p className={exampleClass}>
      {t('pointsWorth', {
        number: number(examplePoints),
        amount: money(amountForPoints(examplePoints, { valueMinor })),
      })}{' '}
      {minimumPoints !== null &&
        minimumPoints > 1 &&
        t('pointsFrom', { count: minimumPoints, number: number(minimumPoints) })}{' '}
      {sharePpm !== null && t('pointsShare', { percent: percent(sharePpm) })}
    </p>
  );
}

/** What of each amount spent comes back, in parts per million; null for more than anybody means. */
function shareOf(points: number, valueMinor: number, amountMinor: number): number | null {
  const ppm = (BigInt(points) * BigInt(valueMinor) * 1_000_000n) / BigInt(amountMinor);
  return ppm > BigInt(mostPpm) ? null : Number(ppm);
}
