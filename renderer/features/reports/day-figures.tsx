import type { DayReport } from '../../../shared/api/reports.ts';
import { useFormats } from '../../ui/format.tsx';
import { reportsTexts } from './texts.ts';

/** The figures of the day that are asked for first. */
export function DayFigures({ report }: { report: DayReport }) {
  const t = reportsTexts.useText();
  const { money, number } = useFormats();
  const { discountMinor, cashRoundingMinor, itemsCount } = report;
  const figures = [
    {
      label: t('total'),
      value: money(report.totalMinor),
      more:
        report.refundsCount > 0
          ? t('keptAfterRefunds', { amount: money(report.keptMinor) })
          : discountMinor === 0
            ? t('noDiscounts')
            : t('discounts', { amount: money(Math.abs(discountMinor)) }),
    },
    {
      label: t('salesCount'),
      value: number(report.ordersCount),
      more: t('itemsSold', { count: itemsCount, number: number(itemsCount) }),
    },
    {
      label: t('average'),
      value: money(report.averageMinor),
      more:
        cashRoundingMinor === 0
          ? t('noCashRounding')
          : t('cashRounding', { amount: money(cashRoundingMinor) }),
    },
    {
      label: t('tax'),
      value: money(report.taxMinor),
      more: t('taxOfNet', { net: money(report.netMinor) }),
    },
    {
      label: t('points'),
      value: number(report.pointsIssued),
      more: t('redeemed', { number: number(report.pointsRedeemed) }),
    },
  ];
  return (
    <dl className="mb-4 grid grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))] overflow-hidden rounded-card border bg-surface shadow-low print:grid-cols-5">
      {figures.map(({ label, value, more }) => (
        <div key={label} className="flex flex-col px-5 py-4 not-first:border-l">
          <dt className="text-sm text-ink-muted">{label}</dt>
          <dd className="figures text-2xl leading-tight font-semibold whitespace-nowrap">{value}</dd>
          <dd className="figures text-sm text-ink-muted">{more}</dd>
        </div>
      ))}
    </dl>
  );
}
