import { Undo2, X } from 'lucide-react';
import { exchangeActions, useExchange } from '../../state/exchange.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Money } from '../../ui/money.tsx';
import { sellTexts } from './texts.ts';

/** Goods that came back wait to be paid with; leaving it out refunds nothing. */
export function ExchangeNote() {
  const t = sellTexts.useText();
  const exchange = useExchange((state) => state.exchange);
  if (exchange === null) return null;
  return (
    <div className="flex shrink-0 items-center gap-2 rounded-card bg-warn-soft pl-3.5">
      <Undo2 className="size-5 shrink-0" aria-hidden="true" />
      <p className="min-w-0 flex-1 py-1 leading-tight">
        <span className="block truncate text-sm">
          {t('exchange', { number: exchange.receiptNumber.split('-').at(-1) ?? '' })}
        </span>
        <Money minor={exchange.mostMinor} className="font-semibold" />
      </p>
      <IconButton icon={X} label={t('exchangeDrop')} onClick={exchangeActions.drop} />
    </div>
  );
}
