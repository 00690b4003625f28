import { useState, type FormEvent } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useAdjustCredit } from '../../api/credits.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { customersTexts } from './texts.ts';

const formId = 'adjust-credit-form';

export type AdjustCreditDialogProps = { customer: Customer; hasAccounts: boolean; onClose: () => void };

/** Gives a customer store credit by hand, or corrects it or the account. */
export function AdjustCreditDialog({ customer, hasAccounts, onClose }: AdjustCreditDialogProps) {
  const t = customersTexts.useText();
  const common = useCommonText();
  const [id] = useState(newId);
  const [kind, setKind] = useState<'store-credit' | 'on-account'>('store-credit');
  const [amountMinor, setAmountMinor] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const adjust = useAdjustCredit(customer.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (adjust.isPending || amountMinor === null || amountMinor === 0 || reason.trim() === '') return;
    adjust.mutate(
      { id, kind, amountMinor, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ tone: 'good', title: t('creditAdjusted') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!adjust.isPending}
      size="small"
      title={t('adjustCredit')}
      description={customer.name}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={adjust.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={adjust.isPending}>
            {t('adjustSend')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {adjust.error && <FailureNotice failure={adjust.error} />}
        {hasAccounts && (
          <SegmentedControl
            label={t('adjustKind')}
            value={kind}
            onValueChange={setKind}
            choices={[
              { value: 'store-credit', label: t('storeCredit') },
              { value: 'on-account', label: t('account') },
            ]}
          />
        )}
        <MoneyField
          autoFocus
          allowNegative
          label={t('adjustAmount')}
          hint={t('adjustHint')}
          value={amountMinor}
          onValueChange={setAmountMinor}
          invalidText={t('adjustInvalid')}
          error={isTried && (amountMinor === null || amountMinor === 0) ? t('adjustInvalid') : undefined}
        />
        <TextField
          label={t('awardReason')}
          maxLength={120}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={isTried && reason.trim() === '' ? t('awardReasonNeeded') : undefined}
        />
      </form>
    </Dialog>
  );
}
