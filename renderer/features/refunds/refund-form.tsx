import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Refundable, RefundCommitted } from '../../../shared/api/refunds.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useCommitRefund } from '../../api/refunds.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { exchangeActions } from '../../state/exchange.ts';
import { exchangeOf, waysOf } from './begin-exchange.ts';
import { FinishRefund } from './finish-refund.tsx';
import { PayoutChoice } from './payout-choice.tsx';
import { ReasonChoice, refundReasons } from './reason-choice.tsx';
import { isReferenceMissing, reasonOf, refundBody } from './refund-draft.ts';
import { RefundLines } from './refund-lines.tsx';
import { refundsTexts } from './texts.ts';
import { useRefundDraft } from './use-refund-draft.ts';

export type RefundFormProps = {
  refundable: Refundable;
  settings: Settings;
  onDone: (done: RefundCommitted) => void;
};

/** Left: what comes back; right: why, how the money goes, and the one button. */
export function RefundForm({ refundable, settings, onDone }: RefundFormProps) {
  const t = refundsTexts.useText();
  const work = useRefundDraft(refundable, settings);
  const { draft, priced, paying } = work;
  const navigate = useNavigate();
  const commit = useCommitRefund();
  const isUnderWay = useRef(false);
  const refusal = refusalOf(work);
  const finish = () => {
    if (refusal !== null || priced === null || paying === null || isUnderWay.current) return;
    isUnderWay.current = true;
    commit.mutate(refundBody(draft, refundable, priced, paying), {
      onSuccess: onDone,
      onSettled: () => {
        isUnderWay.current = false;
      },
    });
  };
  const canExchange = priced !== null && priced.totalMinor > 0 && reasonOf(draft) !== '';
  const exchange = () => {
    if (priced === null || !canExchange) return;
    exchangeActions.begin(exchangeOf(draft, refundable, priced, settings));
    void navigate('/sell');
  };
  useAction('pay.finish', finish);
  useAction('refund.exchange', exchange);
  useAction('refund.whole', work.takeAll);
  const failure = isApiFailure(commit.error, 'approval-needed') ? null : commit.error;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(19rem,24rem)] gap-3">
      <Card className="flex min-h-0 flex-col">
        <div className="flex items-center gap-2 border-b px-4 py-2">
          <h2 className="min-w-0 flex-1 font-semibold">{t('lines')}</h2>
          <Button
            keyLabel={keyLabelOf('refund.exchange')}
            disabled={!canExchange}
            onClick={exchange}
            className="px-3!"
          >
            {t('exchangeInstead')}
          </Button>
          <Button keyLabel={keyLabelOf('refund.whole')} onClick={work.takeAll} className="px-3!">
            {t('wholeSale')}
          </Button>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-4">
          <RefundLines refundable={refundable} work={work} />
        </div>
      </Card>
      <Card className="flex min-h-0 flex-col">
        <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4 short:gap-3 short:p-3">
          <ReasonChoice
            reasons={refundReasons}
            reason={draft.reason}
            note={draft.note}
            onChange={work.changeReason}
            onEnter={finish}
          />
          <PayoutChoice
            way={draft.way}
            ways={waysOf(refundable, settings)}
            payouts={paying?.payouts ?? []}
            pointsMinor={paying?.pointsMinor ?? 0}
            references={draft.references}
            onChange={work.change}
          />
          {failure !== null && (
            <FailureNotice
              failure={failure}
              kept={isApiFailure(failure, 'engine-unreachable') ? t('unsure') : undefined}
            />
          )}
        </div>
        <FinishRefund
          totalMinor={priced?.totalMinor ?? 0}
          paidMinor={sumOf(paying?.payouts ?? []) + (paying?.pointsMinor ?? 0)}
          refusal={refusal === null ? null : t(refusal)}
          isBusy={commit.isPending}
          onFinish={finish}
        />
      </Card>
    </div>
  );
}

function refusalOf({ draft, priced, paying }: ReturnType<typeof useRefundDraft>) {
  if (priced === null || paying === null) return 'nothingChosen';
  if (reasonOf(draft) === '') return 'reasonMissing';
  return isReferenceMissing(draft, paying.payouts) ? 'referenceMissing' : null;
}

function sumOf(payouts: readonly { amountMinor: number }[]): number {
  return payouts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
