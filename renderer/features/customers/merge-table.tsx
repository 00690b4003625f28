import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomerCredits } from '../../api/credits.ts';
import { useMay } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { useFormats } from '../../ui/format.tsx';
import { customersTexts } from './texts.ts';
import { mergeTexts } from './merge-texts.ts';

type Row = { label: string; kept: string; gone: string; sum?: string };

/** Both records beside each other, and what their figures come to together. */
export function MergeTable({ survivor, merged }: { survivor: Customer; merged: Customer }) {
  const t = mergeTexts.useText();
  const rows = [...useContactRows(survivor, merged), ...useFigureRows(survivor, merged)];
  const cell = 'px-2 py-1 text-left align-top wrap-anywhere';
  return (
    <table className="figures w-full table-fixed border-collapse">
      <caption className="sr-only">{t('sides')}</caption>
      <thead>
        <tr className="border-b">
          <th scope="col" className="w-28 py-1 text-left text-sm font-medium text-ink-muted">
            {t('columnFact')}
          </th>
          <th scope="col" className={cell}>
            {survivor.name} <Badge tone="good">{t('stays')}</Badge>
          </th>
          <th scope="col" className={cell}>
            {merged.name} <Badge tone="warn">{t('goes')}</Badge>
          </th>
          <th scope="col" className="w-28 py-1 text-right text-sm font-medium text-ink-muted">
            {t('sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, kept, gone, sum }) => (
          <tr key={label} className="border-b last:border-b-0">
            <th scope="row" className="py-1 text-left text-sm font-normal text-ink-muted">
              {label}
            </th>
            {[kept, gone].map((value, side) => (
              <td key={side} className={cell}>
                {value === '' ? t('unknown') : value}
              </td>
            ))}
            <td className="py-1 text-right font-semibold">{sum}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useContactRows(survivor: Customer, merged: Customer): Row[] {
  const t = customersTexts.useText();
  const merge = mergeTexts.useText();
  const { date } = useFormats();
  const row = (label: string, of: (customer: Customer) => string): Row => ({
    label,
    kept: of(survivor),
    gone: of(merged),
  });
  return [
    row(t('phone'), ({ phone }) => phone),
    row(t('email'), ({ email }) => email),
    row(merge('since'), ({ createdAt }) => date(createdAt)),
  ];
}

function useFigureRows(survivor: Customer, merged: Customer): Row[] {
  const t = customersTexts.useText();
  const { number, money } = useFormats();
  const maySeeCredits = useMay('credits.view');
  const { data: own } = useCustomerCredits(maySeeCredits ? survivor.id : null);
  const { data: others } = useCustomerCredits(maySeeCredits ? merged.id : null);
  const row = (label: string, write: (value: number) => string, kept: number, gone: number): Row => ({
    label,
    kept: write(kept),
    gone: write(gone),
    sum: write(kept + gone),
  });
  return [
    row(t('points'), number, survivor.pointsBalance, merged.pointsBalance),
    row(t('visits'), number, survivor.visits, merged.visits),
    row(t('spent'), money, survivor.spentMinor, merged.spentMinor),
    ...(own === undefined || others === undefined
      ? []
      : [
          row(
            t('storeCredit'),
            money,
            own.storeCredit?.balanceMinor ?? 0,
            others.storeCredit?.balanceMinor ?? 0,
          ),
          row(t('account'), money, own.account?.balanceMinor ?? 0, others.account?.balanceMinor ?? 0),
        ]),
  ];
}
