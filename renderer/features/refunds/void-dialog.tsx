import { useRef, useState } from 'react';
import type { Order } from '../../../shared/api/orders.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useVoidSale } from '../../api/refunds.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { showToast } from '../../ui/toast.tsx';
import { tenderWords } from './payout-choice.tsx';
import { ReasonChoice, voidReasons, type ReasonChoiceProps } from './reason-choice.tsx';
import { reasonOf } from './refund-draft.ts';
import { refundsTexts } from './texts.ts';

/** Takes a whole sale of this shift back, once it is said why. */
export function VoidDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = refundsTexts.useText();
  const common = useCommonText();
  const [id] = useState(newId);
  const [why, setWhy] = useState({ reason: '', note: '' });
  const voiding = useVoidSale(order.id);
  const reason = reasonOf(why);
  const number = order.receiptNumber;
  const reasons = useRef<HTMLFieldSetElement>(null);
  const [tried, setTried] = useState(false);
  const isMissing = reason === '';
  const confirm = () => {
    setTried(true);
    if (isMissing) return reasons.current?.focus();
    if (voiding.isPending) return;
    voiding.mutate(
      { id, reason },
      {
        onSuccess: ({ order: voided }) => {
          const slip = voided.voided?.slipNumber ?? 0;
          showToast({ tone: 'good', title: t('voidDone', { number, slip }) });
          onClose();
        },
      },
    );
  };
  const failure = isApiFailure(voiding.error, 'approval-needed') ? null : voiding.error;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('voidTitle', { number })}
      description={t('voidWhat')}
      dismissible={!voiding.isPending}
      initialFocus={reasons}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('voidKeep')}</Button>
          <Button variant="danger" busy={voiding.isPending} onClick={confirm}>
            {t('voidConfirm')}
          </Button>
        </>
      }
    >
      <VoidFields
        order={order}
        why={why}
        onChange={(change) => setWhy((now) => ({ ...now, ...change }))}
        error={tried && isMissing ? t('voidReasonMissing') : undefined}
        groupRef={reasons}
        onEnter={confirm}
      />
      {failure !== null && <FailureNotice failure={failure} />}
    </Dialog>
  );
}

type VoidFieldsProps = Pick<ReasonChoiceProps, 'error' | 'groupRef' | 'onChange' | 'onEnter'> & {
  order: Order;
  why: { reason: string; note: string };
};

function VoidFields({ order, why, onEnter, ...rest }: VoidFieldsProps) {
  const t = refundsTexts.useText();
  const { money } = useFormats();
  useAction('pay.finish', onEnter);
  return (
    <div className="flex flex-col gap-4 pb-4 last:pb-0">
      <ul className="figures flex flex-col gap-1 font-medium">
        {order.payments.map(({ id: paymentId, kind, amountMinor }) => {
          const amount = money(amountMinor);
          if (kind === 'cash') return <li key={paymentId}>{t('voidCash', { amount })}</li>;
          if (kind === 'card' || kind === 'ewallet')
            return <li key={paymentId}>{t('voidCard', { amount })}</li>;
          return <li key={paymentId}>{t('voidOther', { kind: tenderWords(kind), amount })}</li>;
        })}
      </ul>
      <ReasonChoice reasons={voidReasons} reason={why.reason} note={why.note} onEnter={onEnter} {...rest} />
    </div>
  );
}
