import { BadgePercent, Gift, X } from 'lucide-react';
import { refusalWords } from '../../app/offer-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats, type Formats } from '../../ui/format.tsx';
import type { GlanceItem } from './offer-glance.ts';
import { sellTexts } from './texts.ts';

export type OfferChipProps = { item: GlanceItem; onPress: (item: GlanceItem) => void };

const looks: Record<GlanceItem['state'], string> = {
  counts: 'border-transparent bg-accent-soft text-ink',
  near: 'border-transparent bg-warn-soft text-ink',
  open: 'border-line-strong bg-surface text-ink',
  waiting: 'border-line bg-surface text-ink',
  refused: 'border-dashed border-line-strong bg-transparent text-ink-muted',
};

/**
 * One offer: what it is, and what it does to this sale or why not. A press takes a reward, takes off what was chosen, and
 * explains what counts by itself.
 */
export function OfferChip({ item, onPress }: OfferChipProps) {
  const formats = useFormats();
  const Icon = item.kind === 'reward' ? Gift : BadgePercent;
  const details = detailWords(item, formats);
  const content = (
    <>
      <Icon
        className={classNames('size-4 shrink-0 short:hidden', item.state === 'counts' && 'text-accent-text')}
        aria-hidden="true"
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-xs leading-4 font-semibold">{item.title}</span>
        <span className="figures block truncate text-[0.6875rem] leading-4">{details}</span>
      </span>
      {item.isChosen && <X className="size-4 shrink-0 text-ink-muted" aria-hidden="true" />}
    </>
  );
  const className = classNames(
    'flex h-11 w-full min-w-0 items-center gap-2 rounded-control border px-2.5 text-left short:gap-1.5 short:px-2',
    looks[item.state],
  );
  return (
    <button
      type="button"
      aria-pressed={item.kind === 'reward' ? item.isChosen : undefined}
      aria-disabled={(item.kind === 'reward' && cannotBeTaken(item)) || undefined}
      title={`${item.title}: ${details}`}
      onClick={() => onPress(item)}
      className={classNames(className, item.state !== 'refused' && 'hover:border-accent')}
    >
      <span className="sr-only">{pressWords(item)}</span>
      {content}
    </button>
  );
}

function cannotBeTaken({ isChosen, state }: GlanceItem): boolean {
  return !isChosen && state !== 'open';
}

/** What a press does, before the offer's own words. */
function pressWords(item: GlanceItem): string {
  const t = sellTexts.text;
  const { kind, isChosen } = item;
  if (kind === 'promotion') return t(isChosen ? 'pressTakeOff' : 'pressExplain');
  if (isChosen) return t('pressGiveBack');
  return t(cannotBeTaken(item) ? 'pressRefused' : 'pressTake');
}

/** What an offer does to this sale: `−₱10.00`, `2 more pieces.`, `for 100 points`. */
export function detailWords(item: GlanceItem, { money, number, amount }: Formats): string {
  const t = sellTexts.text;
  const { refusal, discountMinor, bonusPoints, points } = item;
  if (item.state === 'waiting') return t('offerNothingFits', { count: points, points: number(points) });
  if (refusal !== null) return refusalWords(refusal, { money, number });
  return [
    ...(discountMinor > 0 ? [t('offerSaves', { amount: amount(discountMinor) })] : []),
    ...(bonusPoints > 0 ? [t('offerBonus', { count: bonusPoints, points: number(bonusPoints) })] : []),
    ...(points > 0 ? [t('offerCosts', { count: points, points: number(points) })] : []),
  ].join(' · ');
}
