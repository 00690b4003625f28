import type { DayReport } from '../../../shared/api/reports.ts';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { reportsTexts } from './texts.ts';

/** What came back and what was voided, by whom; nothing on a day without either. */
export function ReturnsTable({ report }: { report: DayReport }) {
  const t = reportsTexts.useText();
  const { number } = useFormats();
  const rows = [
    ...report.refundedBy.map((row) => ({ ...row, what: t('refunds') })),
    ...report.voidedBy.map((row) => ({ ...row, what: t('voids') })),
  ];
  if (rows.length === 0) return null;
  return (
    <Panel title={t('returns')} bodyClassName="py-2!">
      <FiguresTable
        caption={t('returns')}
        rows={rows}
        rowKey={(row) => `${row.what} ${row.accountId}`}
        columns={[
          { header: t('columnReturn'), cell: (row) => row.what },
          { header: t('columnCashier'), cell: (row) => row.name },
          { header: t('columnCount'), align: 'end', cell: (row) => number(row.count) },
          { header: t('columnAmount'), align: 'end', cell: (row) => <Money minor={row.totalMinor} /> },
        ]}
      />
    </Panel>
  );
}
