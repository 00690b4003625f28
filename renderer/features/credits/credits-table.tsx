import { Link } from 'react-router';
import type { Credit, CreditPage } from '../../../shared/api/credits.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { creditName } from './credit-name.ts';
import { creditsTexts } from './texts.ts';

export type CreditsTableProps = { page: CreditPage; onBlock: (credit: Credit) => void };

/** Cards and accounts, the newest first. */
export function CreditsTable({ page: { items, total }, onBlock }: CreditsTableProps) {
  const t = creditsTexts.useText();
  if (items.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <div className="rounded-card border bg-surface shadow-low">
      <table className="w-full">
        <thead>
          <tr className="text-left text-sm text-ink-muted">
            <th scope="col" className="px-4 py-2 font-medium">
              {t('columnWhat')}
            </th>
            <th scope="col" className="py-2 font-medium">
              {t('columnSince')}
            </th>
            <th scope="col" className="py-2 font-medium">
              {t('columnState')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('columnBalance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((credit) => (
            <CreditRow key={credit.id} credit={credit} onBlock={onBlock} />
          ))}
        </tbody>
      </table>
      {items.length < total && (
        <p className="border-t px-4 py-2 text-sm text-ink-muted">
          {t('shown', { shown: items.length, total })}
        </p>
      )}
    </div>
  );
}

function CreditRow({ credit, onBlock }: { credit: Credit; onBlock: (credit: Credit) => void }) {
  const t = creditsTexts.useText();
  const { date } = useFormats();
  const mayEdit = useMay('credits.edit');
  const { customer, balanceMinor, createdAt, state } = credit;
  return (
    <tr className="border-t">
      <td className="px-4 py-1">
        {customer === null ? (
          creditName(credit)
        ) : (
          <Link
            to={`/customers/${customer.id}`}
            className="inline-flex min-h-11 items-center align-middle text-accent-text"
          >
            {creditName(credit)}: {customer.name}
          </Link>
        )}
      </td>
      <td className="figures py-2 whitespace-nowrap text-ink-muted">{date(createdAt)}</td>
      <td className={state === 'usable' ? 'py-2 text-ink-muted' : 'py-2 font-medium text-danger'}>
        <StateWords credit={credit} />
      </td>
      <td className="py-2 text-right font-semibold">
        <Money plain minor={balanceMinor} />
      </td>
      <td className="px-4 py-1 text-right">
        {mayEdit && (
          <Button onClick={() => onBlock(credit)}>{t(state === 'blocked' ? 'free' : 'block')}</Button>
        )}
      </td>
    </tr>
  );
}

function StateWords({ credit: { state, blockedReason, expiresOn } }: { credit: Credit }) {
  const t = creditsTexts.useText();
  const { day } = useFormats();
  if (state === 'blocked') return t('state-blocked', { reason: blockedReason });
  if (expiresOn === null) return t('state-usable');
  return t(state === 'expired' ? 'state-expired' : 'goodUntil', { date: day(expiresOn) });
}
