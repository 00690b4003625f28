import { useState, type FormEvent } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { usePayAccount } from '../../api/credits.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { customersTexts } from './texts.ts';

const formId = 'pay-account-form';

export type PayAccountDialogProps = { customer: Customer; owedMinor: number; onClose: () => void };

/** Takes what a customer pays off the account. The id is made with the dialog, so that a retry takes nothing twice. */
export function PayAccountDialog({ customer, owedMinor, onClose }: PayAccountDialogProps) {
  const t = customersTexts.useText();
  const common = useCommonText();
  const { money } = useFormats();
  const [id] = useState(newId);
  const [tender, setTender] = useState<'cash' | 'card' | 'ewallet'>('cash');
  const [amountMinor, setAmountMinor] = useState<number | null>(owedMinor);
  const [reference, setReference] = useState('');
  const pay = usePayAccount(customer.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pay.isPending || amountMinor === null || amountMinor <= 0) return;
    pay.mutate(
      { id, tender, amountMinor, ...(tender === 'cash' ? {} : { reference }) },
      {
        onSuccess: ({ slipNumber, credit }) => {
          const left = money(0 - credit.balanceMinor);
          showToast({ tone: 'good', title: t('paidOff', { slip: slipNumber, left }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!pay.isPending}
      size="small"
      title={t('takePayment')}
      description={t('takePaymentWhat', { name: customer.name, amount: money(owedMinor) })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={pay.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={pay.isPending}>
            {t('takePaymentSend')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {pay.error && <FailureNotice failure={pay.error} />}
        <MoneyField
          autoFocus
          label={t('payAmount')}
          value={amountMinor}
          onValueChange={setAmountMinor}
          invalidText={t('payAmountInvalid')}
        />
        <SegmentedControl
          label={t('payTender')}
          value={tender}
          onValueChange={setTender}
          choices={[
            { value: 'cash', label: t('payCash') },
            { value: 'card', label: t('payCard') },
            { value: 'ewallet', label: t('payEwallet') },
          ]}
        />
        {tender !== 'cash' && (
          <TextField
            label={t('payReference')}
            hint={tender === 'card' ? t('payReferenceHint') : undefined}
            maxLength={64}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
