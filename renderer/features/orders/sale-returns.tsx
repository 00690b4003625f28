import type { Order } from '../../../shared/api/orders.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { ordersTexts } from './texts.ts';

/** What came back of a sale since, and its void. */
export function SaleReturns({ order: { refunds, voided } }: { order: Order }) {
  const t = ordersTexts.useText();
  const { dateTime } = useFormats();
  if (refunds.length === 0 && voided === null) return null;
  return (
    <section aria-label={t('returns')} className="flex flex-col gap-1 border-t pt-3">
      <h3 className="text-sm font-medium text-ink-muted">{t('returns')}</h3>
      {refunds.map(({ id, receiptNumber, refundedAt, cashier, reason, totalMinor }) => (
        <div key={id} className="flex items-baseline justify-between gap-3">
          <div className="min-w-0">
            <p className="[overflow-wrap:anywhere]">{reason}</p>
            <p className="figures text-sm text-ink-muted">
              {t('returnOf', { number: receiptNumber, when: dateTime(refundedAt), cashier })}
            </p>
          </div>
          <Money minor={-totalMinor} className="font-medium" />
        </div>
      ))}
      {voided !== null && (
        <div>
          <p className="[overflow-wrap:anywhere]">{voided.reason}</p>
          <p className="figures text-sm text-ink-muted">
            {t('voidedBy', { when: dateTime(voided.at), by: voided.by, slip: voided.slipNumber })}
          </p>
        </div>
      )}
    </section>
  );
}
