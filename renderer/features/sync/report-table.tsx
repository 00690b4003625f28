import type { ReportQuery, ReportRow } from '../../api/sync.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { createFormats, useFormats } from '../../ui/format.tsx';
import { reportTotals } from './report-totals.ts';
import { syncReportsTexts } from './reports-texts.ts';

export type ReportTableProps = { by: ReportQuery['by']; rows: readonly ReportRow[] };

/** The rows of a report and, below, what they come to. One sale has several products: those are not added up. */
export function ReportTable({ by, rows }: ReportTableProps) {
  const t = syncReportsTexts.useText();
  const { number, quantity, day, locale, timeZone } = useFormats();
  const money = (minor: number, currencyCode: string) =>
    createFormats({ locale, timeZone, currencyCode }).money(minor);
  const nameOf = ({ key, name }: ReportRow) =>
    key === '' && name === '' ? t('together') : by === 'day' ? day(key) : name;
  return (
    <FiguresTable
      caption={t(`by-${by}`)}
      rows={rows}
      foot={reportTotals(rows)}
      rowKey={({ key, currency }) => `${key} ${currency}`}
      columns={[
        { header: t(`by-${by}`), cell: nameOf },
        {
          header: t('columnSales'),
          align: 'end',
          cell: ({ key, sales }) => (by === 'product' && key === '' ? '' : number(sales)),
        },
        { header: t('columnQuantity'), align: 'end', cell: (row) => quantity(row.quantityMilli) },
        { header: t('columnTotal'), align: 'end', cell: (row) => money(row.totalMinor, row.currency) },
        { header: t('columnRefunded'), align: 'end', cell: (row) => money(row.refundedMinor, row.currency) },
        {
          header: t('columnAfter'),
          align: 'end',
          cell: (row) => money(row.totalMinor - row.refundedMinor, row.currency),
        },
      ]}
    />
  );
}
