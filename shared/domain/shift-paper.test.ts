import { describe, expect, test } from 'vitest';
import { cashSlip } from './cash-slip.ts';
import { sampleNames, sampleShift, sampleShiftParts } from './receipt-fixtures/sample-shift.ts';
import { receiptText } from './receipt-layout.ts';
import { receiptTime } from './receipt-time.ts';
import { largestVariance, shiftFacts, withoutExpected } from './shift-facts.ts';
import { shiftPaper } from './shift-paper.ts';

const telling = {
  time: (instant: string) => receiptTime(Date.parse(instant), 'Asia/Manila'),
  nameOf: (id: string) => sampleNames[id] ?? id,
};
const signature = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ'.repeat(3).slice(0, 86);

describe('a Z report on paper', () => {
  test.each([
    [58, 32],
    [80, 48],
  ])('of %i mm', async (paper, columns) => {
    const text = receiptText(shiftPaper(sampleShift, telling, signature), columns);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    await expect(text).toMatchFileSnapshot(`./receipt-fixtures/z-report-${paper}mm.txt`);
  });

  test('as an X report says so, tells nothing of the drawer that is counted blind, and is not signed', () => {
    const facts = shiftFacts({
      ...sampleShiftParts,
      figures: { ...sampleShiftParts.figures, number: null },
      count: null,
    });
    const text = receiptText(shiftPaper(withoutExpected(facts), telling, null), 48);
    expect(text).toContain('Nothing is closed');
    expect(text).not.toContain('13130.00');
    expect(text).not.toContain('Signed');
    expect(receiptText(shiftPaper(facts, telling, null), 48)).toContain('13130.00');
  });
});

test('variances are of what was counted, and the largest of any tender is answered for', () => {
  const { tenders, cash } = sampleShift;
  expect(tenders?.map(({ kind, varianceMinor }) => [kind, varianceMinor])).toEqual([
    ['cash', -500],
    ['card', 0],
    ['online', null],
  ]);
  expect(cash?.varianceMinor).toBe(-500);
  expect(largestVariance([...(tenders ?? []), { varianceMinor: -900 }])).toBe(900);
  expect(largestVariance([])).toBe(0);
});

test('the slip of a cash move', async () => {
  const slip = cashSlip({
    shopName: 'Panaderya ni Aling Nena',
    register: 'T3',
    kind: 'out',
    slipNumber: 11,
    shiftNumber: 57,
    dateTime: '2026-11-20 12:00',
    by: 'Ana Reyes',
    amount: 'PHP 350.00',
    reason: 'Ice for the display',
    approvedBy: 'Olivia Owner',
    journalHead: '9f3ac01d',
  });
  await expect(receiptText(slip, 32)).toMatchFileSnapshot('./receipt-fixtures/cash-slip-58mm.txt');
});
