import { CircleCheck, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { OrderCommitted } from '../../../shared/api/orders.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { usePrintReceipt } from '../../api/receipts.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { useAction } from '../../app/use-action.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ExchangeDone } from './exchange-line.tsx';
import { paymentActions, usePayment } from './payment-store.ts';
import { PrintState } from './print-state.tsx';
import { ReceiptPaper } from './receipt-paper.tsx';
import { savePdf } from './save-pdf.ts';
import { payTexts } from './texts.ts';

/** The sale is in the books: what goes back, the receipt, and on to the next customer. */
export function DoneView({ settings }: { settings: Settings }) {
  const done = usePayment((state) => state.done);
  useAction('pay.finish', paymentActions.next);
  useAction('back', paymentActions.next);
  useEffect(() => {
    // Enter is for the next customer, whatever had the focus before.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);
  if (done === null) return null;
  return (
    <div className="done-grid h-full p-2.5 pb-2">
      <section className="flex min-h-0 min-w-0 flex-col gap-2.5 overflow-y-auto [grid-area:left] print:hidden">
        <DoneSummary done={done} />
        <ExchangeDone />
        <PrintState done={done} />
      </section>
      <section
        aria-label={payTexts.text('receipt')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
        tabIndex={0}
        className="fade-where-more flex min-h-0 min-w-0 justify-center overflow-y-auto [grid-area:receipt]"
      >
        <ReceiptPaper orderId={done.order.id} receiptNumber={done.order.receiptNumber} />
      </section>
      <DoneActs done={done} settings={settings} />
    </div>
  );
}

function DoneSummary({ done }: { done: OrderCommitted }) {
  const t = payTexts.useText();
  const { money } = useFormats();
  const { order, repeated } = done;
  const savedMinor = [...order.promotions, ...order.rewards].reduce(
    (sum, { discountMinor }) => sum + discountMinor,
    0,
  );
  const change = money(order.changeMinor);
  return (
    <>
      <div
        role="status"
        className={classNames(
          'shrink-0 rounded-card px-5 pt-3 pb-4',
          order.changeMinor > 0 ? 'bg-warn-soft' : 'border bg-surface shadow-low',
        )}
      >
        <p className="text-sm text-ink-muted">{t('change')}</p>
        <p
          data-testid="change-due"
          className={classNames(
            'figures truncate leading-[1.1] font-bold tracking-tight',
            change.length <= 9
              ? 'text-[4.5rem] short:text-[3.5rem]'
              : change.length <= 12
                ? 'text-[3rem]'
                : 'text-[2.25rem]',
          )}
        >
          {change}
        </p>
      </div>
      <div className="shrink-0 rounded-card border bg-surface px-5 py-3.5 shadow-low">
        <p className="flex flex-wrap items-center gap-x-2 font-semibold text-accent-text">
          <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
          {t('doneTitle')}
          <span className="figures font-normal text-ink-muted">
            {t('doneNumber', { number: order.receiptNumber })}
          </span>
        </p>
        {repeated && <p className="pt-1 text-sm text-ink-muted">{t('doneRepeated')}</p>}
        <dl className="mt-2 flex flex-col gap-1 border-t pt-2">
          <DoneRow label={t('doneTotal')} strong>
            <Money minor={order.totalMinor} />
          </DoneRow>
          {order.tipMinor !== 0 && (
            <DoneRow label={t('doneTip')}>
              <Money minor={order.tipMinor} />
            </DoneRow>
          )}
          {order.cashRoundingMinor !== 0 && (
            <DoneRow label={t('doneCashRounding')}>
              <Money signed minor={order.cashRoundingMinor} />
            </DoneRow>
          )}
          {savedMinor > 0 && (
            <DoneRow label={t('doneSaved')} isGood>
              <Money minor={savedMinor} />
            </DoneRow>
          )}
          {order.payments.map((payment) => (
            <DoneRow key={payment.id} label={kindWords(payment.kind)}>
              <Money minor={payment.tenderedMinor} />
            </DoneRow>
          ))}
          {order.customer !== null && <DonePoints order={order} />}
        </dl>
        {done.giftCards.map(({ lineId, code, amountMinor }) => (
          <p
            key={lineId}
            className="figures mt-2 flex justify-between gap-3 rounded-control bg-sunken px-3 py-2"
          >
            <span className="font-mono font-semibold">{code}</span>
            <Money minor={amountMinor} />
          </p>
        ))}
      </div>
    </>
  );
}

/** What this sale did to the customer's points. */
function DonePoints({ order }: Pick<OrderCommitted, 'order'>) {
  const t = payTexts.useText();
  const { number } = useFormats();
  const { pointsEarned, pointsSpent, pointsBalanceAfter } = order;
  return (
    <>
      {pointsSpent > 0 && <DoneRow label={t('donePointsSpent')}>−{number(pointsSpent)}</DoneRow>}
      <DoneRow label={t('donePoints')}>+{number(pointsEarned)}</DoneRow>
      {pointsBalanceAfter !== null && (
        <DoneRow label={t('donePointsBalance')}>{number(pointsBalanceAfter)}</DoneRow>
      )}
    </>
  );
}

function kindWords(kind: OrderCommitted['order']['payments'][number]['kind']): string {
  return kind === 'online' ? kind : payTexts.text(kind);
}

function DoneRow({
  label,
  strong = false,
  isGood = false,
  children,
}: {
  label: string;
  strong?: boolean;
  isGood?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className={classNames('flex items-baseline justify-between gap-3', strong && 'font-semibold')}>
      <dt className={strong ? '' : 'text-ink-muted'}>{label}</dt>
      <dd className={classNames('figures', isGood && 'text-accent-text')}>{children}</dd>
    </div>
  );
}

function DoneActs({ done, settings }: { done: OrderCommitted; settings: Settings }) {
  const t = payTexts.useText();
  const navigate = useNavigate();
  const mayPrint = useMay('receipts.reprint');
  const print = usePrintReceipt();
  const hasPrinter = settings.printer.kind !== 'none';
  const { id, receiptNumber } = done.order;
  const printReceipt = () => {
    if (!hasPrinter) return window.print();
    print.mutate(id, {
      onError: (failure) => {
        if (!isApiFailure(failure, 'approval-needed')) showToast({ tone: 'bad', title: failure.message });
      },
    });
  };
  return (
    <section className="flex min-h-0 min-w-0 flex-col gap-2.5 [grid-area:acts] print:hidden">
      <Button
        variant="primary"
        size="huge"
        stacked
        onClick={paymentActions.next}
        aria-keyshortcuts={keyLabelOf('pay.finish')}
        className="min-h-26 shrink-0 short:min-h-20"
      >
        {t('next')}
        <span className="block text-xs font-medium opacity-90">
          {keyLabelOf('pay.finish')} · {t('nextHint')}
        </span>
      </Button>
      {(mayPrint || !hasPrinter) && (
        <Button icon={Printer} busy={print.isPending} onClick={printReceipt} className="min-h-12 shrink-0">
          {t(!hasPrinter ? 'systemPrint' : done.print === 'off' ? 'print' : 'printAgain')}
        </Button>
      )}
      <div className="grid shrink-0 grid-cols-2 gap-2">
        <Button
          onClick={() =>
            void savePdf(id, `${receiptNumber}.pdf`).catch(() =>
              showToast({ tone: 'bad', title: t('pdfFailed') }),
            )
          }
        >
          {t('savePdf')}
        </Button>
        <Button onClick={() => void navigate(`/sales/${id}`)} className="px-2!">
          {t('openSale')}
        </Button>
      </div>
    </section>
  );
}
