import { expect, test } from 'vitest';
import { reportCsv } from './report-csv.ts';
import { reportTotals } from './report-totals.ts';
import { syncReportsTexts } from './reports-texts.ts';

const row = (key: string, totalMinor: number, currency = 'PHP') => ({
  key,
  name: `Till ${key}`,
  sales: 2,
  quantityMilli: 3_500,
  totalMinor,
  refundedMinor: 500,
  currency,
});

test('adds up each currency by itself', () => {
  const totals = reportTotals([row('1', 10_050), row('2', 200, 'USD'), row('3', 4_950)]);
  expect(totals).toEqual([
    {
      key: '',
      name: '',
      sales: 4,
      quantityMilli: 7_000,
      totalMinor: 15_000,
      refundedMinor: 1_000,
      currency: 'PHP',
    },
    {
      key: '',
      name: '',
      sales: 2,
      quantityMilli: 3_500,
      totalMinor: 200,
      refundedMinor: 500,
      currency: 'USD',
    },
  ]);
  expect(reportTotals([])).toEqual([]);
});

test('the file has each row’s figures in its own currency, as plain decimals', async () => {
  const text = await reportCsv(
    [row('1', 10_050), row('2', 700, 'JPY')],
    'Till',
    syncReportsTexts.text,
  ).text();
  expect(text.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
    'Till,Sales,Quantity,Total,Refunded,After refunds,Currency',
    'Till 1,2,3.5,100.50,5.00,95.50,PHP',
    'Till 2,2,3.5,700,500,200,JPY',
  ]);
});
