import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import { openBareBooks, type BareBooks } from '../../../tests/fixtures/bare-books.ts';
import { makeCustomer, standingOf } from '../../../tests/fixtures/customers.ts';
import { rawQuery } from '../db/query.ts';
import { reversePoints, type Reversal } from './reverse-points.ts';
import { writePoints } from './write-points.ts';

const reversals = rawQuery<{ customerRowId: number }, { key: string; points: number }>(
  `SELECT key, points FROM points_entries WHERE customer_row_id = @customerRowId AND kind = 'reversed' ORDER BY row_id`,
);

type Sold = { earned: number; bonus: number; spent: number; totalMinor: number };

/** A customer with 1000 points and a sale that earned, gave and spent some, in books without the sale itself. */
async function openSale(books: BareBooks, sold: Sold, run: number) {
  const customer = await makeCustomer(books);
  const order = { rowId: run, id: `order-${run}`, totalMinor: sold.totalMinor };
  const before = [
    { key: `start:${run}`, kind: 'bonus' as const, points: 1000, orderRowId: null },
    { key: `sale:${run}`, kind: 'earned' as const, points: sold.earned, orderRowId: run },
    { key: `sale:${run}:bonus`, kind: 'bonus' as const, points: sold.bonus, orderRowId: run },
    { key: `sale:${run}:points`, kind: 'redeemed' as const, points: -sold.spent + 0, orderRowId: run },
  ];
  const { context } = books;
  await context.write((tx) => {
    for (const entry of before) {
      const common = { description: '', actor: 'system', journalSeq: 1, at: '2026-03-02T01:00:00.000Z' };
      writePoints(context, tx, { ...common, ...entry, customerRowId: customer.rowId });
    }
    return ok(undefined);
  });
  const refund = async (documentId: string, refundedMinor: number) => {
    const reversal: Reversal = { order, customer, documentId, refundedMinor, description: 'Refund' };
    const done = await context.write((tx) => ok(reversePoints(context, tx, reversal, 'system')));
    if (!done.ok) throw new Error(done.failure.message);
    return done.value;
  };
  return { customer, refund };
}

async function openBooks(): Promise<BareBooks> {
  const books = await openBareBooks();
  // The sales themselves are not written here.
  books.exec('PRAGMA foreign_keys = OFF');
  return books;
}

test('refunds of any parts in any order leave a sale without effect once all went back, and never before', async () => {
  const books = await openBooks();
  let run = 0;
  const sold = fc.record({
    earned: fc.nat(5000),
    bonus: fc.nat(500),
    spent: fc.nat(900),
    totalMinor: fc.integer({ min: 1, max: 1_000_000 }),
  });
  const parts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 6 });
  const property = fc.asyncProperty(sold, parts, async (sale, cuts) => {
    run += 1;
    const { customer, refund } = await openSale(books, sale, run);
    const refunded = [...new Set(cuts.filter((cut) => cut < sale.totalMinor)), sale.totalMinor].sort(
      (a, b) => a - b,
    );
    let [given, taken] = [0, 0];
    for (const [index, refundedMinor] of refunded.entries()) {
      const documentId = `${run}-${index}`;
      const now = await refund(documentId, refundedMinor);
      given += now.given;
      taken += now.taken;
      expect(await refund(documentId, refundedMinor)).toEqual({ ...now, given: 0, taken: 0 });
      const share = BigInt(refundedMinor);
      const whole = BigInt(sale.totalMinor);
      expect(given).toBe(Number((BigInt(sale.spent) * share) / whole));
      expect(taken).toBe(Number((BigInt(sale.earned + sale.bonus) * share) / whole));
    }
    expect(standingOf(books, customer.rowId)).toEqual({ balance: 1000, earnedEver: 1000 });
  });
  await fc.assert(property, { numRuns: 80 });
});

test('a void takes all of it back at once; a sale that cost nothing too', async () => {
  const books = await openBooks();
  for (const [index, totalMinor] of [12_500, 0].entries()) {
    const { customer, refund } = await openSale(
      books,
      { earned: 12, bonus: 5, spent: 100, totalMinor },
      index + 1,
    );
    const voided = await refund(`void-${index}`, totalMinor);
    expect(voided).toEqual({ given: 100, taken: 17, balanceAfter: 1000 });
    expect(books.read.all(reversals, { customerRowId: customer.rowId })).toEqual([
      { key: `reverse:void-${index}:spent`, points: 100 },
      { key: `reverse:void-${index}:earned`, points: -17 },
    ]);
  }
});

test('points that were earned and are spent already leave a balance below zero', async () => {
  const books = await openBooks();
  const { context } = books;
  const { customer, refund } = await openSale(
    books,
    { earned: 50, bonus: 0, spent: 0, totalMinor: 50_000 },
    1,
  );
  await context.write((tx) =>
    ok(
      writePoints(context, tx, {
        customerRowId: customer.rowId,
        key: 'elsewhere',
        kind: 'redeemed',
        points: -1050,
        description: '',
        actor: 'system',
        journalSeq: 1,
        at: '2026-03-02T02:00:00.000Z',
      }),
    ),
  );
  expect(await refund('r', 50_000)).toEqual({ given: 0, taken: 50, balanceAfter: -50 });
  expect(standingOf(books, customer.rowId)).toEqual({ balance: -50, earnedEver: 1000 });
});
