import { useEffect, useRef } from 'react';
import type { DisplayCart, DisplayLine, DisplayState } from '../../app/customer-display/display-message.ts';
import { ONE, quantityText } from '../../../shared/domain/quantity.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { BigAmount } from './big-amount.tsx';
import { displayTexts } from './texts.ts';

type Selling = Extract<DisplayState, { kind: 'cart' | 'pay' }>;

/** What is bought, and what it comes to; while it is paid, what is left. */
export function CartView({ state }: { state: Selling }) {
  const { cart } = state;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] gap-5 p-5 portrait:grid-cols-1 portrait:grid-rows-[minmax(0,1fr)_auto] short:gap-3 short:p-3">
      <Lines cart={cart} />
      <section className="flex min-w-0 flex-col gap-5 short:gap-3">
        <Sums state={state} />
        <div className="rounded-card bg-accent px-6 pt-4 pb-5 text-accent-ink shadow-mid short:pt-3 short:pb-4">
          <BigAmount
            label={displayTexts.text(state.kind === 'pay' ? 'toPay' : 'total')}
            minor={state.kind === 'pay' ? state.leftMinor : cart.totalMinor}
          />
        </div>
      </section>
    </div>
  );
}

function Lines({ cart }: { cart: DisplayCart }) {
  const t = displayTexts.useText();
  const list = useRef<HTMLDivElement>(null);
  const { lines, newestLineId } = cart;
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    // Also when the window was turned or made smaller.
    const follow = new ResizeObserver(() =>
      element.querySelector('[data-newest]')?.scrollIntoView({ block: 'nearest' }),
    );
    follow.observe(element);
    return () => follow.disconnect();
  }, [lines, newestLineId]);
  return (
    <section
      ref={list}
      aria-label={t('yourItems')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
      tabIndex={0}
      className="min-h-0 overflow-y-auto rounded-card border bg-surface shadow-low"
    >
      <ul>
        {lines.map((line) => (
          <Line key={line.lineId} line={line} isNewest={line.lineId === newestLineId} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, isNewest }: { line: DisplayLine; isNewest: boolean }) {
  const t = displayTexts.useText();
  const { money } = useFormats();
  const { name, quantityMilli, unit, unitPriceMinor, amountMinor } = line;
  const isOne = unit === 'each' && quantityMilli === ONE;
  const values = { quantity: quantityText(quantityMilli), price: money(unitPriceMinor) };
  return (
    <li
      data-newest={isNewest ? '' : undefined}
      className={classNames(
        'flex items-baseline gap-5 border-b px-5 py-3 text-2xl short:py-2 short:text-xl',
        isNewest && 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]',
      )}
    >
      <span className="min-w-0 flex-1">
        <span dir="auto" className="line-clamp-2 font-medium wrap-anywhere">
          {name ?? t('giftCard')}
        </span>
        {!isOne && (
          <span className="figures block text-lg text-ink-muted">
            {t(unit === 'kg' ? 'kilograms' : 'pieces', values)}
          </span>
        )}
      </span>
      <Money minor={amountMinor} className="shrink-0 font-semibold" />
    </li>
  );
}

function Sums({ state }: { state: Selling }) {
  const t = displayTexts.useText();
  const { itemCount, discountMinor, taxAddedMinor, totalMinor } = state.cart;
  return (
    <dl className="mt-auto flex flex-col gap-1 px-2 text-xl">
      <div className="text-ink-muted">
        <dt className="sr-only">{t('yourItems')}</dt>
        <dd>{t('items', { count: itemCount })}</dd>
      </div>
      {discountMinor > 0 && <Sum label={t('saved')} minor={discountMinor} isGood />}
      {taxAddedMinor > 0 && <Sum label={t('tax')} minor={taxAddedMinor} />}
      {state.kind === 'pay' && state.leftMinor !== totalMinor && (
        <Sum label={t('total')} minor={totalMinor} />
      )}
      {state.kind === 'pay' && state.paidMinor > 0 && <Sum label={t('paid')} minor={state.paidMinor} />}
    </dl>
  );
}

function Sum({ label, minor, isGood = false }: { label: string; minor: number; isGood?: boolean }) {
  return (
    <div className={classNames('flex items-baseline justify-between gap-4', isGood && 'text-accent-text')}>
      <dt className={isGood ? '' : 'text-ink-muted'}>{label}</dt>
      <dd className="font-medium">
        <Money minor={minor} />
      </dd>
    </div>
  );
}
