import type { ReportRow } from '../../api/sync.ts';

/** What the rows come to, one sum for each currency there is, in the order of their first row. */
export function reportTotals(rows: readonly ReportRow[]): ReportRow[] {
  const totals = new Map<string, ReportRow>();
  for (const row of rows) {
    const sum = totals.get(row.currency);
    totals.set(
      row.currency,
      sum === undefined
        ? { ...row, key: '', name: '' }
        : {
            ...sum,
            sales: sum.sales + row.sales,
            quantityMilli: sum.quantityMilli + row.quantityMilli,
            totalMinor: sum.totalMinor + row.totalMinor,
            refundedMinor: sum.refundedMinor + row.refundedMinor,
          },
    );
  }
  return [...totals.values()];
}
