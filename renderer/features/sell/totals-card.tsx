import { CircleHelp } from 'lucide-react';
import type { OffersAnswer } from '../../../shared/api/offers.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { keyLabelOf } from '../../app/actions.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { useOffersState } from '../../state/offers.ts';
import { exchangedOf, paidOutOf, useExchange } from '../../state/exchange.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Money } from '../../ui/money.tsx';
import { sumTaken, usePayment } from '../pay/index.ts';
import { PointsLine } from './points-line.tsx';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';

/** What it all comes to; the total is the largest thing on the screen. */
export function TotalsCard({ priced, settings }: { priced: PricedDraft; settings: Settings }) {
  const t = sellTexts.useText();
  const { percent } = useFormats();
  const hasOffers = useOffersState(({ answers }) => runsOffers(answers.get(null)));
  const takenMinor = usePayment((state) => sumTaken(state.payment.taken));
  const exchange = useExchange((state) => state.exchange);
  const exchangedMinor = exchangedOf(exchange, priced.totalMinor);
  const goneMinor = takenMinor + exchangedMinor;
  const paidOutMinor = priced.totalMinor > 0 ? paidOutOf(exchange, priced.totalMinor) : 0;
  const taxText = settings.tax.mode === 'inclusive' ? 'taxIncluded' : 'taxAdded';
  return (
    <div className="shrink-0 rounded-card border bg-surface px-4 pt-2.5 pb-3 shadow-low short:pt-1.5 short:pb-2">
      <dl className="flex flex-col gap-1 border-b pb-2 text-sm short:gap-0 short:pb-1">
        <TotalsRow label={t('items', { count: priced.itemCount })} minor={priced.grossMinor} />
        {discountRows(priced, hasOffers).map(({ label, minor }) => (
          <TotalsRow key={label} label={t(label)} minor={0 - minor} isGood={minor !== 0} />
        ))}
        {(priced.taxes.length > 0 ? priced.taxes : usualTaxes(settings)).map((tax) => (
          <TotalsRow
            key={`${tax.name} ${tax.ratePpm}`}
            label={t(taxText, { name: tax.name, rate: percent(tax.ratePpm) })}
            minor={tax.taxMinor}
          />
        ))}
        {exchangedMinor > 0 && <TotalsRow label={t('exchanged')} minor={-exchangedMinor} isGood />}
        {takenMinor > 0 && <TotalsRow label={t('takenSoFar')} minor={-takenMinor} isGood />}
      </dl>
      {paidOutMinor > 0 ? (
        <ToPay label={t('toCustomer')} minor={paidOutMinor} />
      ) : (
        <ToPay
          label={t(goneMinor > 0 ? 'leftToPay' : 'toPay')}
          minor={Math.max(priced.totalMinor - goneMinor, 0)}
        />
      )}
      {settings.points.enabled && <PointsLine priced={priced} settings={settings} />}
    </div>
  );
}

/** What is still to pay or goes back, as large as it goes; a press tells why. */
function ToPay({ label, minor }: { label: string; minor: number }) {
  const t = sellTexts.useText();
  const { money } = useFormats();
  const total = money(minor);
  return (
    <button
      type="button"
      aria-keyshortcuts={keyLabelOf('sell.why')}
      onClick={() => sellView.open('why')}
      className="-mx-2 mt-1 block w-[calc(100%+1rem)] rounded-control px-2 pt-1 text-left hover:bg-sunken short:mt-0 short:pt-0.5"
    >
      <span className="flex items-center justify-between gap-2 text-xs text-ink-muted">
        {label}
        <span className="flex items-center gap-1">
          <span className="sr-only">{t('why')}</span>
          <CircleHelp className="size-3.5" aria-hidden="true" />
          <KeyCap>{keyLabelOf('sell.why')}</KeyCap>
        </span>
      </span>
      <span
        data-testid="total"
        className={classNames(
          'figures block truncate leading-[1.15] font-bold tracking-tight',
          total.length <= 8 ? 'text-[2.75rem]' : total.length <= 11 ? 'text-[2.125rem]' : 'text-[1.5rem]',
        )}
      >
        {total}
      </span>
    </button>
  );
}

function runsOffers(offers: OffersAnswer | undefined): boolean {
  return offers !== undefined && offers.promotions.length + offers.rewards.length > 0;
}

/** An empty cart shows the shop's usual taxes as nothing, so that the first product moves no button. */
function usualTaxes({ tax }: Settings) {
  const usual = tax.classes.find(({ id }) => id === tax.defaultClassId);
  return (usual?.rates ?? []).map((rate) => ({ ...rate, taxMinor: 0 }));
}

/** What was taken off, by what did it. In a shop with offers their row stays, so that the first moves no button. */
function discountRows({ discountMinor, promotions, rewards }: PricedDraft, hasOffers: boolean) {
  const sumOf = (offers: readonly { discountMinor: number }[]) =>
    offers.reduce((sum, offer) => sum + offer.discountMinor, 0);
  const offersMinor = sumOf(promotions);
  const rewardsMinor = sumOf(rewards);
  const byHandMinor = discountMinor - offersMinor - rewardsMinor;
  const minor = offersMinor + rewardsMinor;
  const label = rewardsMinor === 0 ? 'promotions' : offersMinor === 0 ? 'rewards' : 'offersAndRewards';
  return [
    ...(byHandMinor === 0 ? [] : [{ label: 'discounts', minor: byHandMinor } as const]),
    ...(minor === 0 && !hasOffers ? [] : [{ label, minor } as const]),
  ];
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
