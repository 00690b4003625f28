import { useState, type FormEvent } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useLimitAccount } from '../../api/credits.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { customersTexts } from './texts.ts';

const formId = 'account-limit-form';

export type AccountLimitDialogProps = {
  customer: Customer;
  limitMinor: number | null;
  usualMinor: number;
  onClose: () => void;
};

/** How much a customer may owe; nothing written is as for everybody. */
export function AccountLimitDialog({ customer, limitMinor, usualMinor, onClose }: AccountLimitDialogProps) {
  const t = customersTexts.useText();
  const common = useCommonText();
  const { money } = useFormats();
  const [draft, setDraft] = useState(limitMinor);
  const limit = useLimitAccount(customer.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!limit.isPending) limit.mutate(draft, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!limit.isPending}
      size="small"
      title={t('changeLimit')}
      description={customer.name}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={limit.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={limit.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {limit.error && <FailureNotice failure={limit.error} />}
        <MoneyField
          autoFocus
          label={t('accountLimit')}
          hint={t('accountLimitHint', { amount: money(usualMinor) })}
          value={draft}
          onValueChange={setDraft}
          invalidText={t('payAmountInvalid')}
        />
      </form>
    </Dialog>
  );
}
