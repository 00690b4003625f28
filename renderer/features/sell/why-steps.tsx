import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { sellTexts } from './texts.ts';

export type WhyStepsProps = {
  priced: PricedDraft;
  /** The name of each line by its id. */
  nameOf: (lineId: string) => string;
  /** Why something was taken off by hand, of each line by its id and of the whole sale; which prices were changed. */
  reasons: { lines: ReadonlyMap<string, string>; sale: string; prices: readonly string[] };
  settings: Settings;
  /** The points, and how they come about in words. */
  points: number;
  earning: string;
};

type Part = { lineId: string; amountMinor: number };

/** The price step by step, in the order in which it was worked out. */
export function WhySteps({ priced, nameOf, reasons, settings, points, earning }: WhyStepsProps) {
  const t = sellTexts.useText();
  const { money, number } = useFormats();
  const lineDiscountMinor = sumOf(priced.lines.map((line) => line.lineDiscountMinor));
  const orderDiscountMinor = sumOf(priced.lines.map((line) => line.orderDiscountMinor));
  return (
    <section aria-label={t('whySteps', { total: money(priced.totalMinor) })}>
      <ol className="flex flex-col">
        <Step label={t('whyGross', { count: priced.itemCount })} minor={priced.grossMinor} />
        {reasons.prices.length > 0 && (
          <Step label={t('whyPrices')} note={reasons.prices.join(', ')} minor={null} />
        )}
        {lineDiscountMinor !== 0 && (
          <Step label={t('whyLineDiscounts')} minor={-lineDiscountMinor} isGood>
            <Parts
              parts={lineDiscountsOf(priced)}
              nameOf={(lineId) => withReason(nameOf(lineId), reasons.lines.get(lineId))}
            />
          </Step>
        )}
        <OfferSteps priced={priced} nameOf={nameOf} />
        {orderDiscountMinor !== 0 && (
          <Step
            label={t('whyOrderDiscount')}
            note={reasons.sale === '' ? undefined : reasons.sale}
            minor={-orderDiscountMinor}
            isGood
          />
        )}
        <TaxSteps priced={priced} settings={settings} />
        <Step label={t('whyTotal')} minor={priced.totalMinor} isTotal />
        {settings.points.enabled && (
          <li className="flex items-baseline justify-between gap-4 border-t py-2">
            <span className="min-w-0">
              <span className="block">{t('whyEarns')}</span>
              <span className="figures block text-sm text-ink-muted">{earning}</span>
            </span>
            <span className="figures shrink-0 font-semibold text-accent-text">{number(points)}</span>
          </li>
        )}
      </ol>
    </section>
  );
}

/** Every promotion and reward that counts, with the lines it takes something off. */
function OfferSteps({ priced, nameOf }: Pick<WhyStepsProps, 'priced' | 'nameOf'>) {
  const t = sellTexts.useText();
  const { number } = useFormats();
  return (
    <>
      {priced.promotions.map(({ promotionId, title, discountMinor, bonusPoints: count, parts }) => (
        <Step
          key={promotionId}
          label={title}
          note={count > 0 ? t('whyEarnsBonus', { count, points: number(count) }) : undefined}
          minor={discountMinor === 0 ? null : -discountMinor}
          isGood
        >
          <Parts parts={parts} nameOf={nameOf} />
        </Step>
      ))}
      {priced.rewards.map(({ rewardId, title, points: count, discountMinor, parts }) => (
        <Step
          key={rewardId}
          label={title}
          note={t('whyRewardPoints', { count, points: number(count) })}
          minor={-discountMinor}
          isGood
        >
          <Parts parts={parts} nameOf={nameOf} />
        </Step>
      ))}
    </>
  );
}

function TaxSteps({ priced, settings }: Pick<WhyStepsProps, 'priced' | 'settings'>) {
  const t = sellTexts.useText();
  const { money, percent } = useFormats();
  const text = settings.tax.mode === 'inclusive' ? 'taxIncluded' : 'taxAdded';
  return priced.taxes.map(({ name, ratePpm, baseMinor, taxMinor }) => (
    <Step
      key={`${name} ${ratePpm}`}
      label={t(text, { name, rate: percent(ratePpm) })}
      note={t('whyOn', { base: money(baseMinor), rate: percent(ratePpm) })}
      minor={taxMinor}
    />
  ));
}

function withReason(name: string, reason: string | undefined): string {
  return reason === undefined || reason === '' ? name : `${name} · ${reason}`;
}

function lineDiscountsOf({ lines }: PricedDraft): Part[] {
  return lines
    .filter((line) => line.lineDiscountMinor !== 0)
    .map((line) => ({ lineId: line.lineId, amountMinor: line.lineDiscountMinor }));
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amountMinor) => sum + amountMinor, 0);
}

type StepProps = {
  label: string;
  note?: string | undefined;
  /** Null for what moves no money. */
  minor: number | null;
  isGood?: boolean;
  isTotal?: boolean;
  children?: ReactNode;
};

function Step({ label, note, minor, isGood = false, isTotal = false, children }: StepProps) {
  return (
    <li className="border-t py-2 first:border-t-0">
      <div
        className={classNames('flex items-baseline justify-between gap-4', isTotal && 'text-xl font-bold')}
      >
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {label}
          {note !== undefined && <span className="figures block text-sm text-ink-muted">{note}</span>}
        </span>
        {minor !== null && (
          <Money
            plain={!isTotal}
            minor={minor}
            className={classNames('shrink-0 font-semibold', isGood && 'text-accent-text')}
          />
        )}
      </div>
      {children}
    </li>
  );
}

/** What an offer takes off each line. */
function Parts({ parts, nameOf }: { parts: readonly Part[]; nameOf: (lineId: string) => string }) {
  const taken = parts.filter(({ amountMinor }) => amountMinor !== 0);
  return (
    <ul className="text-sm text-ink-muted">
      {taken.map(({ lineId, amountMinor }) => (
        <li key={lineId} className="flex items-baseline justify-between gap-4 pl-3">
          <span className="min-w-0 truncate">{nameOf(lineId)}</span>
          <Money plain minor={-amountMinor} className="shrink-0" />
        </li>
      ))}
    </ul>
  );
}
