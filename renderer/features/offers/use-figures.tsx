import type { OfferUse } from '../../../shared/api/offers.ts';
import { useFormats } from '../../ui/format.tsx';
import { offersTexts } from './texts.ts';

/** What an offer has cost, and the sales that it was part of. */
export function UseFigures({
  use,
  pointsLabel,
}: {
  use: OfferUse;
  pointsLabel: 'bonusLabel' | 'spentLabel';
}) {
  const t = offersTexts.useText();
  const { money, number, date } = useFormats();
  const figures = [
    [t('usesLabel'), number(use.uses)],
    [t('customersLabel'), number(use.customers)],
    [t('costLabel'), money(use.discountMinor)],
    [t(pointsLabel), number(use.points)],
    [t('salesLabel'), money(use.salesMinor)],
    [t('lastUsedLabel'), use.lastUsedAt === null ? t('neverUsed') : date(use.lastUsedAt)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-card border bg-surface shadow-low sm:grid-cols-3">
      {figures.map(([label, value]) => (
        <div key={label} className="border-t border-l px-5 py-3 -mt-px -ml-px">
          <dt className="text-sm text-ink-muted">{label}</dt>
          <dd className="figures truncate text-xl leading-tight font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
