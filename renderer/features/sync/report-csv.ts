import { currencyOf } from '../../../shared/domain/currency.ts';
import { decimalText } from '../../../shared/domain/money.ts';
import { quantityText } from '../../../shared/domain/quantity.ts';
import type { ReportRow } from '../../api/sync.ts';
import { csvFile } from '../../ui/csv.ts';
import type { syncReportsTexts } from './reports-texts.ts';

/** The rows of a report as a file for a spreadsheet. */
export function reportCsv(
  rows: readonly ReportRow[],
  nameOfKey: string,
  t: typeof syncReportsTexts.text,
): Blob {
  return csvFile([
    [
      nameOfKey,
      t('columnSales'),
      t('columnQuantity'),
      t('columnTotal'),
      t('columnRefunded'),
      t('columnAfter'),
      t('columnCurrency'),
    ],
    ...rows.map(({ name, sales, quantityMilli, totalMinor, refundedMinor, currency: code }) => {
      const currency = currencyOf(code) ?? { code, exponent: 2 };
      return [
        name,
        String(sales),
        quantityText(quantityMilli),
        decimalText(totalMinor, currency),
        decimalText(refundedMinor, currency),
        decimalText(totalMinor - refundedMinor, currency),
        code,
      ];
    }),
  ]);
}
