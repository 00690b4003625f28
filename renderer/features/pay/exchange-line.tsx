import { Undo2 } from 'lucide-react';
import { exchangedOf, useExchange } from '../../state/exchange.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { payTexts } from './texts.ts';

/** What came back pays this much of the cart, and what of it is left over. */
export function ExchangeLine({ totalMinor }: { totalMinor: number }) {
  const t = payTexts.useText();
  const { money } = useFormats();
  const exchange = useExchange((state) => state.exchange);
  if (exchange === null) return null;
  const paysMinor = exchangedOf(exchange, totalMinor);
  const overMinor = exchange.mostMinor - paysMinor;
  return (
    <div className="flex shrink-0 items-center gap-3 rounded-card border bg-surface px-4 py-2.5 shadow-low">
      <Undo2 className="size-5 shrink-0 text-accent-text" aria-hidden="true" />
      <p className="min-w-0 flex-1">
        <span className="block font-semibold">{t('exchange')}</span>
        <span className="figures block truncate text-sm text-ink-muted">
          {overMinor > 0
            ? t('exchangeOver', { amount: money(overMinor) })
            : t('exchangeOf', { number: exchange.receiptNumber })}
        </span>
      </p>
      <Money minor={-paysMinor} className="font-semibold" />
    </div>
  );
}

/** What of a stored exchange is still to be paid out. */
export function ExchangeDone() {
  const t = payTexts.useText();
  const done = useExchange((state) => state.done);
  if (done === null) return null;
  const out = done.payments.filter(({ kind }) => kind !== 'exchange' && kind !== 'points');
  return (
    <div className="shrink-0 rounded-card border bg-surface px-5 py-3 shadow-low">
      <p className="font-semibold">{t('exchangeDone', { number: done.receiptNumber })}</p>
      {out.map(({ id, kind, amountMinor }) => (
        <p key={id} className="figures flex justify-between gap-3 pt-1">
          <span>{t(kind === 'cash' ? 'exchangeCash' : 'exchangeOther')}</span>
          <Money minor={amountMinor} className="font-semibold" />
        </p>
      ))}
    </div>
  );
}
