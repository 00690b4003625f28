import type { CreditEntry } from '../../../shared/api/credits.ts';
import { useCreditEntries, useCustomerCredits } from '../../api/credits.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { customersTexts } from './texts.ts';

/** Everything that was put on a customer's store credit and account, and taken from them. */
export function CreditLedger({ customerId }: { customerId: string }) {
  const t = customersTexts.useText();
  const { data } = useCustomerCredits(customerId);
  if (data === undefined) return null;
  const { storeCredit, account } = data;
  if (storeCredit === null && account === null) return <EmptyState title={t('creditsEmpty')} />;
  return (
    <div className="flex flex-col gap-4">
      {account !== null && <Ledger title={t('account')} creditId={account.id} />}
      {storeCredit !== null && <Ledger title={t('storeCredit')} creditId={storeCredit.id} />}
    </div>
  );
}

function Ledger({ title, creditId }: { title: string; creditId: string }) {
  const t = customersTexts.useText();
  const { data } = useCreditEntries(creditId);
  return (
    <section aria-label={title} className="rounded-card border bg-surface shadow-low">
      <h3 className="border-b px-4 py-2 font-semibold">{title}</h3>
      <table className="w-full">
        <thead>
          <tr className="text-left text-sm text-ink-muted">
            <th scope="col" className="px-4 py-2 font-medium">
              {t('columnWhen')}
            </th>
            <th scope="col" className="py-2 font-medium">
              {t('columnWhat')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('columnAmount')}
            </th>
            <th scope="col" className="px-4 py-2 text-right font-medium">
              {t('columnBalance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data?.items.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EntryRow({ entry }: { entry: CreditEntry }) {
  const t = customersTexts.useText();
  const { dateTime } = useFormats();
  return (
    <tr className="border-t">
      <td className="figures px-4 py-2 whitespace-nowrap text-ink-muted">{dateTime(entry.at)}</td>
      <td className="py-2 leading-tight">
        <span className="block">{t(`credit_${entry.kind}`)}</span>
        <span className="block text-sm text-ink-muted [overflow-wrap:anywhere]">
          {[entry.receiptNumber ?? entry.reason, entry.by ?? ''].filter((text) => text !== '').join(' · ')}
        </span>
      </td>
      <td className="py-2 text-right font-medium">
        <Money plain signed minor={entry.amountMinor} />
      </td>
      <td className="px-4 py-2 text-right text-ink-muted">
        <Money plain minor={entry.balanceAfterMinor} />
      </td>
    </tr>
  );
}
