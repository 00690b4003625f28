import { useState, type FormEvent } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomerCredits } from '../../api/credits.ts';
import { useEraseCustomer } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { mergeTexts } from './merge-texts.ts';

const formId = 'erase-customer';

/** Empties a customer for good, after saying what goes, what stays, and what is lost with it. */
export function EraseDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = mergeTexts.useText();
  const { id, name, code } = customer;
  const erase = useEraseCustomer();
  const lost = useLost(customer);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isConfirmed = typed.trim().toUpperCase() === code.toUpperCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (erase.isPending || !isConfirmed) return;
    erase.mutate(id, {
      onSuccess: () => {
        showToast({ tone: 'good', title: t('eraseDone', { code }) });
        onClose();
      },
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!erase.isPending}
      title={t('eraseTitle', { name })}
      footer={
        <>
          <Button onClick={onClose} disabled={erase.isPending}>
            {t('eraseKeep')}
          </Button>
          <Button variant="danger" type="submit" form={formId} busy={erase.isPending}>
            {t('eraseSend')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3">
        {erase.error && <FailureNotice failure={erase.error} />}
        <Part title={t('eraseGone')} what={t('eraseGoneWhat')} />
        <Part title={t('eraseStays')} what={t('eraseStaysWhat', { code })} />
        <p className={lost.length === 0 ? 'figures' : 'figures font-medium text-warn'}>
          {lost.length === 0 ? t('eraseNoBalance') : t('eraseBalance', { what: lost.join(', ') })}
        </p>
        <TextField
          label={t('eraseType', { code })}
          autoFocus
          autoCapitalize="characters"
          inputClassName="figures"
          maxLength={24}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={tried && !isConfirmed ? t('eraseTypeWrong', { code }) : undefined}
        />
      </form>
    </Dialog>
  );
}

function Part({ title, what }: { title: string; what: string }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <p className="text-ink-muted">{what}</p>
    </div>
  );
}

/** The balances that nobody can use any more afterwards, in words. */
function useLost({ id, pointsBalance }: Customer): string[] {
  const t = mergeTexts.useText();
  const { number, money } = useFormats();
  const { data: credits } = useCustomerCredits(useMay('credits.view') ? id : null);
  const storeCredit = credits?.storeCredit?.balanceMinor ?? 0;
  const owed = 0 - (credits?.account?.balanceMinor ?? 0);
  return [
    ...(pointsBalance === 0
      ? []
      : [t('erasePoints', { count: pointsBalance, number: number(pointsBalance) })]),
    ...(storeCredit === 0 ? [] : [t('eraseCredit', { amount: money(storeCredit) })]),
    ...(owed === 0 ? [] : [t('eraseOwed', { amount: money(owed) })]),
  ];
}
