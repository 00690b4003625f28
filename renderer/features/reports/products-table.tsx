import type { DayReport } from '../../../shared/api/reports.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { reportsTexts } from './texts.ts';

export function ProductsTable({ rows }: { rows: DayReport['byProduct'] }) {
  const t = reportsTexts.useText();
  const { quantity } = useFormats();
  return (
    <FiguresTable
      caption={t('byProduct')}
      rows={rows}
      rowKey={(row) => row.productId ?? row.name}
      columns={[
        { header: t('columnProduct'), cell: (row) => row.name },
        { header: t('columnQuantity'), align: 'end', cell: (row) => quantity(row.quantityMilli) },
        { header: t('columnAmount'), align: 'end', cell: (row) => <Money minor={row.totalMinor} /> },
      ]}
    />
  );
}
