import { HandCoins, Plus, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomerCredits } from '../../api/credits.ts';
import { useSettings } from '../../api/settings.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { AccountLimitDialog } from './account-limit-dialog.tsx';
import { AdjustCreditDialog } from './adjust-credit-dialog.tsx';
import { PayAccountDialog } from './pay-account-dialog.tsx';
import { customersTexts } from './texts.ts';

type Open = 'pay' | 'adjust' | 'limit' | null;

/** What the shop owes a customer as store credit, and what the customer owes on account. */
export function CustomerCredits({ customer }: { customer: Customer }) {
  const t = customersTexts.useText();
  const { money } = useFormats();
  const { data: settings } = useSettings();
  const { data } = useCustomerCredits(customer.id);
  const mayPay = useMay('credits.pay');
  const mayEdit = useMay('credits.edit') && customer.erasedAt === null;
  const [open, setOpen] = useState<Open>(null);
  const owedMinor = Math.max(0 - (data?.account?.balanceMinor ?? 0), 0);
  const canPay = mayPay && owedMinor > 0;
  const hasAccounts = settings?.credit.onAccount === true || data?.account != null;
  usePageKeys({ k: () => canPay && setOpen('pay'), g: () => mayEdit && setOpen('adjust') });
  if (settings === undefined || data === undefined) return null;
  const limitMinor = data.account?.limitMinor ?? settings.credit.accountLimitMinor;
  const close = () => setOpen(null);
  return (
    <section aria-label={t('credits')} className="rounded-card border bg-surface p-5 shadow-low">
      <dl className="flex flex-col gap-1">
        <Row label={t('storeCredit')} value={money(data.storeCredit?.balanceMinor ?? 0)} />
        {hasAccounts && <Row label={t('owedOnAccount')} value={money(owedMinor)} isWarning={owedMinor > 0} />}
        {hasAccounts && <Row label={t('accountLimit')} value={money(limitMinor)} />}
      </dl>
      <div className="mt-3 flex flex-col gap-2">
        {canPay && (
          <Button icon={HandCoins} keyLabel="K" variant="primary" onClick={() => setOpen('pay')}>
            {t('takePayment')}
          </Button>
        )}
        {mayEdit && (
          <Button icon={Plus} keyLabel="G" onClick={() => setOpen('adjust')}>
            {t('adjustCredit')}
          </Button>
        )}
        {mayEdit && hasAccounts && (
          <Button icon={SlidersHorizontal} onClick={() => setOpen('limit')}>
            {t('changeLimit')}
          </Button>
        )}
      </div>
      {open === 'pay' && <PayAccountDialog customer={customer} owedMinor={owedMinor} onClose={close} />}
      {open === 'adjust' && (
        <AdjustCreditDialog customer={customer} hasAccounts={hasAccounts} onClose={close} />
      )}
      {open === 'limit' && (
        <AccountLimitDialog
          customer={customer}
          limitMinor={data.account?.limitMinor ?? null}
          usualMinor={settings.credit.accountLimitMinor}
          onClose={close}
        />
      )}
    </section>
  );
}

function Row({ label, value, isWarning = false }: { label: string; value: string; isWarning?: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-muted">{label}</dt>
      <dd className={isWarning ? 'figures font-semibold text-warn' : 'figures font-semibold'}>{value}</dd>
    </div>
  );
}
