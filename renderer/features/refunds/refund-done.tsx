import { CircleCheck, Printer } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { RefundCommitted } from '../../../shared/api/refunds.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { usePrintRefund, useRefundReceipt } from '../../api/refunds.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { useAction } from '../../app/use-action.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { ReceiptView } from '../../ui/receipt-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { Payout, tenderWords } from './payout-choice.tsx';
import { refundsTexts } from './texts.ts';

export type RefundDoneProps = { done: RefundCommitted; settings: Settings; onLeave: () => void };

/** The refund is in the books: what goes over the counter, and its receipt. */
export function RefundDone({ done: { refund, print }, settings, onLeave }: RefundDoneProps) {
  const t = refundsTexts.useText();
  const { money } = useFormats();
  const cash = refund.payments.find(({ kind }) => kind === 'cash');
  const first = cash ?? refund.payments[0];
  useAction('pay.finish', onLeave);
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(13rem,16rem)] gap-3">
      <section className="flex min-h-0 flex-col gap-2.5 overflow-y-auto">
        <div
          role="status"
          className={classNames(
            'rounded-card px-5 pt-3 pb-4',
            cash === undefined ? 'border bg-surface shadow-low' : 'bg-warn-soft',
          )}
        >
          <p className="text-sm text-ink-muted">
            {cash !== undefined
              ? t('donePaid')
              : first === undefined
                ? t('doneNothing')
                : t('doneOther', { kind: tenderWords(first.kind) })}
          </p>
          <p data-testid="pay-out" className="figures truncate text-5xl leading-tight font-bold">
            {money(first?.amountMinor ?? 0)}
          </p>
        </div>
        <div className="rounded-card border bg-surface px-5 py-3.5 shadow-low">
          <p className="flex flex-wrap items-center gap-x-2 font-semibold text-accent-text">
            <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
            {t('doneTitle')}
            <span className="figures font-normal text-ink-muted">
              {t('doneNumber', { number: refund.receiptNumber })}
            </span>
          </p>
          <dl className="mt-2 flex flex-col gap-1 border-t pt-2">
            <Payout label={t('total')} minor={refund.totalMinor} />
            {refund.cashRoundingMinor !== 0 && (
              <Payout label={t('rounding')} minor={refund.cashRoundingMinor} />
            )}
            {refund.payments.map(({ id, kind, amountMinor }) => (
              <Payout key={id} label={tenderWords(kind)} minor={amountMinor} />
            ))}
          </dl>
          {refund.payments.some(({ kind }) => kind === 'card' || kind === 'ewallet') && (
            <p className="pt-2 font-semibold">{t('doneReverse')}</p>
          )}
        </div>
      </section>
      <RefundPaper refundId={refund.id} number={refund.receiptNumber} />
      <DoneActs refund={refund} isPrinted={print !== 'off'} settings={settings} onLeave={onLeave} />
    </div>
  );
}

function RefundPaper({ refundId, number }: { refundId: string; number: string }) {
  const t = refundsTexts.useText();
  const { data } = useRefundReceipt(refundId);
  return (
    <section
      aria-label={t('receipt')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
      tabIndex={0}
      className="flex min-h-0 min-w-0 justify-center overflow-y-auto"
    >
      {data === undefined ? (
        <Skeleton className="h-96 w-80 rounded-card" />
      ) : (
        <ReceiptView
          blocks={data.blocks}
          paperWidth={data.paperWidth}
          label={t('doneNumber', { number })}
          className="pb-6"
        />
      )}
    </section>
  );
}

function DoneActs({
  refund,
  isPrinted,
  settings,
  onLeave,
}: {
  refund: RefundCommitted['refund'];
  isPrinted: boolean;
  settings: Settings;
  onLeave: () => void;
}) {
  const t = refundsTexts.useText();
  const navigate = useNavigate();
  const mayPrint = useMay('receipts.reprint');
  const printing = usePrintRefund();
  const { orderId } = refund;
  const printAgain = () =>
    printing.mutate(refund.id, {
      onSuccess: () => showToast({ tone: 'good', title: t('printQueued') }),
      onError: (failure) => showToast({ tone: 'bad', title: failure.message }),
    });
  return (
    <section className="flex min-h-0 flex-col gap-2.5">
      <Button
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter is for the next customer, whatever had the focus before
        autoFocus
        variant="primary"
        size="huge"
        stacked
        keyLabel={keyLabelOf('pay.finish')}
        onClick={onLeave}
        className="shrink-0"
      >
        {t('toSale')}
      </Button>
      {mayPrint && settings.printer.kind !== 'none' && (
        <Button icon={Printer} busy={printing.isPending} onClick={printAgain} className="min-h-12 shrink-0">
          {t(isPrinted ? 'printAgain' : 'print')}
        </Button>
      )}
      {orderId !== null && (
        <Button className="shrink-0" onClick={() => void navigate(`/sales/${orderId}`)}>
          {t('openSale')}
        </Button>
      )}
    </section>
  );
}
