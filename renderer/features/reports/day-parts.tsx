import { useState } from 'react';
import type { DayReport } from '../../../shared/api/reports.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { AllProductsDialog } from './all-products-dialog.tsx';
import { DayHours } from './day-hours.tsx';
import { DayZReports } from './day-z-reports.tsx';
import { OffersAndPoints } from './offers-and-points.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { ProductsTable } from './products-table.tsx';
import { ReturnsTable } from './returns-table.tsx';
import { reportsTexts, type ReportsTextKey } from './texts.ts';

const topProducts = 8;

/** The day taken apart: by hour, payment, product, cashier and tax. */
export function DayParts({ report }: { report: DayReport }) {
  const t = reportsTexts.useText();
  const { number } = useFormats();
  const [showsAll, setShowsAll] = useState(false);
  const count = report.byProduct.length;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <DayHours hours={report.byHour} />
        <Panel
          title={t('byProduct')}
          bodyClassName="py-2!"
          {...(count > topProducts
            ? {
                description: t('byProductTop', { number: topProducts }),
                actions: (
                  <Button className="print:hidden" onClick={() => setShowsAll(true)}>
                    {t('allProducts', { count, number: number(count) })}
                  </Button>
                ),
              }
            : {})}
        >
          <ProductsTable rows={report.byProduct.slice(0, topProducts)} />
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title={t('byTender')} bodyClassName="py-2!">
          <TenderTable rows={report.byTender} />
        </Panel>
        <DayZReports date={report.date} />
        <ReturnsTable report={report} />
        <OffersAndPoints report={report} />
        <Panel title={t('taxes')} bodyClassName="py-2!">
          <TaxTable rows={report.taxes} />
        </Panel>
        <Panel title={t('byCashier')} bodyClassName="py-2!">
          <CashierTable rows={report.byCashier} />
        </Panel>
      </div>
      {showsAll && <AllProductsDialog report={report} onClose={() => setShowsAll(false)} />}
    </div>
  );
}

function TenderTable({ rows }: { rows: DayReport['byTender'] }) {
  const t = reportsTexts.useText();
  const { number } = useFormats();
  return (
    <FiguresTable
      caption={t('byTender')}
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        { header: t('columnTender'), cell: (row) => t(`tender-${row.kind}` as ReportsTextKey) },
        { header: t('columnCount'), align: 'end', cell: (row) => number(row.count) },
        { header: t('columnAmount'), align: 'end', cell: (row) => <Money minor={row.amountMinor} /> },
      ]}
    />
  );
}

function CashierTable({ rows }: { rows: DayReport['byCashier'] }) {
  const t = reportsTexts.useText();
  const { number } = useFormats();
  return (
    <FiguresTable
      caption={t('byCashier')}
      rows={rows}
      rowKey={(row) => row.accountId}
      columns={[
        { header: t('columnCashier'), cell: (row) => row.name },
        { header: t('columnSales'), align: 'end', cell: (row) => number(row.ordersCount) },
        { header: t('columnAmount'), align: 'end', cell: (row) => <Money minor={row.totalMinor} /> },
      ]}
    />
  );
}

function TaxTable({ rows }: { rows: DayReport['taxes'] }) {
  const t = reportsTexts.useText();
  const { percent } = useFormats();
  if (rows.length === 0) return <p className="py-2 text-ink-muted">{t('nothing')}</p>;
  return (
    <FiguresTable
      caption={t('taxes')}
      rows={rows}
      rowKey={(row) => `${row.ratePpm} ${row.name}`}
      columns={[
        {
          header: t('columnTax'),
          cell: (row) => t('taxName', { name: row.name, rate: percent(row.ratePpm) }),
        },
        { header: t('columnBase'), align: 'end', cell: (row) => <Money minor={row.baseMinor} /> },
        { header: t('columnAmount'), align: 'end', cell: (row) => <Money minor={row.taxMinor} /> },
      ]}
    />
  );
}
