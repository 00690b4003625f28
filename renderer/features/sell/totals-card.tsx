import type { Settings } from '../../../shared/api/settings.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { sumTaken, usePayment } from '../pay/index.ts';
import { PointsLine } from './points-line.tsx';
import { sellTexts } from './texts.ts';

/** What it all comes to; the total is the largest thing on the screen. */
export function TotalsCard({ priced, settings }: { priced: PricedDraft; settings: Settings }) {
  const t = sellTexts.useText();
  const { percent, money } = useFormats();
  const takenMinor = usePayment((state) => sumTaken(state.payment.taken));
  const taxText = settings.tax.mode === 'inclusive' ? 'taxIncluded' : 'taxAdded';
  const total = money(priced.totalMinor);
  return (
    <div className="shrink-0 rounded-card border bg-surface px-4 pt-2.5 pb-3 shadow-low">
      <dl className="flex flex-col gap-1 border-b pb-2 text-sm short:gap-0">
        <TotalsRow label={t('items', { count: priced.itemCount })} minor={priced.grossMinor} />
        {discountRows(priced).map(({ label, minor }) => (
          <TotalsRow key={label} label={t(label)} minor={-minor} isGood />
        ))}
        {(priced.taxes.length > 0 ? priced.taxes : usualTaxes(settings)).map((tax) => (
          <TotalsRow
            key={`${tax.name} ${tax.ratePpm}`}
            label={t(taxText, { name: tax.name, rate: percent(tax.ratePpm) })}
            minor={tax.taxMinor}
          />
        ))}
        {takenMinor > 0 && <TotalsRow label={t('takenSoFar')} minor={-takenMinor} isGood />}
      </dl>
      <p className="pt-2 text-xs text-ink-muted">{t('toPay')}</p>
      <p
        data-testid="total"
        className={classNames(
          'figures truncate leading-[1.15] font-bold tracking-tight',
          total.length <= 8 ? 'text-[2.75rem]' : total.length <= 11 ? 'text-[2.125rem]' : 'text-[1.5rem]',
        )}
      >
        {total}
      </p>
      {settings.points.enabled && <PointsLine priced={priced} />}
    </div>
  );
}

/** An empty cart shows the shop's usual taxes as nothing, so that the first product moves no button. */
function usualTaxes({ tax }: Settings) {
  const usual = tax.classes.find(({ id }) => id === tax.defaultClassId);
  return (usual?.rates ?? []).map((rate) => ({ ...rate, taxMinor: 0 }));
}

/** What was taken off, by what did it. */
function discountRows({ discountMinor, promotions, rewards }: PricedDraft) {
  const sumOf = (offers: readonly { discountMinor: number }[]) =>
    offers.reduce((sum, offer) => sum + offer.discountMinor, 0);
  const offersMinor = sumOf(promotions);
  const rewardsMinor = sumOf(rewards);
  const rows = [
    { label: 'discounts', minor: discountMinor - offersMinor - rewardsMinor },
    { label: 'promotions', minor: offersMinor },
    { label: 'rewards', minor: rewardsMinor },
  ] as const;
  return rows.filter(({ minor }) => minor !== 0);
}

function TotalsRow({ label, minor, isGood = false }: { label: string; minor: number; isGood?: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-2">
      <dt className="min-w-0 truncate text-ink-muted">{label}</dt>
      <dd className={classNames('shrink-0', isGood && 'text-accent-text')}>
        <Money plain minor={minor} />
      </dd>
    </div>
  );
}
