import { ArrowLeft } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RefundCommitted } from '../../../shared/api/refunds.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { lookUpCode } from '../../api/lookup.ts';
import { useCommitRefund } from '../../api/refunds.ts';
import { useSettings } from '../../api/settings.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { useScan } from '../../app/scanner/use-scan.ts';
import { useAction } from '../../app/use-action.ts';
import { Card } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { showToast } from '../../ui/toast.tsx';
import {
  addBare,
  bareBody,
  barePayouts,
  changeBareReason,
  priceBare,
  startBare,
  type BareDraft,
} from './bare-draft.ts';
import { BareLines } from './bare-lines.tsx';
import { FinishRefund } from './finish-refund.tsx';
import { PayoutChoice } from './payout-choice.tsx';
import { ReasonChoice, refundReasons } from './reason-choice.tsx';
import { reasonOf } from './refund-draft.ts';
import { RefundDone } from './refund-done.tsx';
import { refundsTexts } from './texts.ts';

/** Goods that come back without their receipt. */
export function RefundWithoutReceipt() {
  const t = refundsTexts.useText();
  const common = useCommonText();
  const { money } = useFormats();
  const navigate = useNavigate();
  const { data: settings } = useSettings();
  const [done, setDone] = useState<RefundCommitted | null>(null);
  const leave = () => void navigate('/sell');
  useAction('back', leave);
  if (settings === undefined) return null;
  const cap = money(settings.counter.refundWithoutReceiptMinor);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader
        title={t('withoutReceipt')}
        description={t('withoutReceiptWhat', { amount: cap })}
        back={<IconButton icon={ArrowLeft} label={common('back')} variant="outlined" onClick={leave} />}
      />
      {done === null ? (
        <BareForm settings={settings} onDone={setDone} />
      ) : (
        <RefundDone done={done} settings={settings} onLeave={leave} />
      )}
    </div>
  );
}

type BareFormProps = { settings: Settings; onDone: (done: RefundCommitted) => void };

function BareForm({ settings, onDone }: BareFormProps) {
  const t = refundsTexts.useText();
  const { money } = useFormats();
  const [draft, setDraft] = useState(() => startBare(newId));
  const commit = useCommitRefund();
  const isUnderWay = useRef(false);
  const totalMinor = priceBare(draft, settings)?.totalMinor ?? 0;
  const payouts = barePayouts(draft, totalMinor, settings);
  const refusal = refusalOf(draft, totalMinor, settings);
  const finish = () => {
    if (refusal !== null || isUnderWay.current) return;
    isUnderWay.current = true;
    commit.mutate(bareBody(draft, totalMinor, payouts), {
      onSuccess: onDone,
      onSettled: () => {
        isUnderWay.current = false;
      },
    });
  };
  useAction('pay.finish', finish);
  useScan(({ code }) => void takeScan(code, setDraft));
  const failure = isApiFailure(commit.error, 'approval-needed') ? null : commit.error;
  const paidMinor = payouts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(19rem,24rem)] gap-3">
      <BareLines draft={draft} settings={settings} onChange={setDraft} />
      <Card className="flex min-h-0 flex-col">
        <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4 short:gap-3 short:p-3">
          <ReasonChoice
            reasons={refundReasons}
            reason={draft.reason}
            note={draft.note}
            onChange={(change) => setDraft((now) => changeBareReason(now, change))}
            onEnter={finish}
          />
          <PayoutChoice
            way={draft.way}
            ways={settings.credit.storeCredit ? ['cash', 'store-credit'] : ['cash']}
            payouts={payouts}
            pointsMinor={0}
            references={{}}
            onChange={({ way }) =>
              way !== undefined && way !== 'as-paid' && setDraft((now) => ({ ...now, way }))
            }
          />
          {draft.customer !== null && (
            <p>
              {t('customer')}: <span className="font-medium">{draft.customer.name}</span>
            </p>
          )}
          {failure !== null && <FailureNotice failure={failure} />}
        </div>
        <FinishRefund
          totalMinor={totalMinor}
          paidMinor={paidMinor}
          refusal={
            refusal === 'overCap'
              ? t(refusal, { amount: money(settings.counter.refundWithoutReceiptMinor) })
              : refusal === null
                ? null
                : t(refusal)
          }
          isBusy={commit.isPending}
          onFinish={finish}
        />
      </Card>
    </div>
  );
}

function refusalOf(draft: BareDraft, totalMinor: number, { counter }: Settings) {
  if (draft.lines.length === 0) return 'nothingChosen';
  if (totalMinor > counter.refundWithoutReceiptMinor) return 'overCap';
  if (reasonOf(draft) === '') return 'reasonMissing';
  return draft.way === 'store-credit' && draft.customer === null ? 'customerNeeded' : null;
}

/** A scan adds a product, or says whose store credit it becomes. */
async function takeScan(code: string, change: (to: (now: BareDraft) => BareDraft) => void): Promise<void> {
  try {
    const answer = await lookUpCode(code);
    if (answer.kind === 'product') return change((now) => addBare(now, answer.product, newId));
    if (answer.kind === 'customer') return change((now) => ({ ...now, customer: answer.customer }));
    showToast({ tone: 'bad', title: refundsTexts.text('notForRefund', { code }) });
  } catch (thrown) {
    if (!isApiFailure(thrown)) throw thrown;
    showToast({ tone: 'bad', title: thrown.message });
  }
}
