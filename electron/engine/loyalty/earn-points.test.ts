import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import { openBareBooks, type BareBooks } from '../../../tests/fixtures/bare-books.ts';
import { writeCustomer } from '../customers/index.ts';
import { rawQuery } from '../db/query.ts';
import { earnPoints } from './earn-points.ts';
import { pointsBalance } from './points-balance.ts';

const at = '2026-03-02T01:00:00.000Z';
const rowIdOf = rawQuery<{ id: string }, { row_id: number }>('SELECT row_id FROM customers WHERE id = @id');
const ledger = rawQuery<
  { customerRowId: number },
  { key: string; points: number; balance_after: number; row_id: number }
>(
  'SELECT row_id, key, points, balance_after FROM points_entries WHERE customer_row_id = @customerRowId ORDER BY row_id',
);

async function makeCustomer({ context, read }: BareBooks): Promise<number> {
  const fields = {
    name: 'Ana Cruz',
    phone: '',
    email: '',
    address: '',
    birthday: null,
    notes: '',
    tierId: null,
  };
  const made = await context.write((tx) => writeCustomer(context, tx, fields, 'system'));
  if (!made.ok) throw new Error(made.failure.message);
  return read.first(rowIdOf, { id: made.value.customer.id })?.row_id ?? 0;
}

test('any order of sales and any replay of them: the balance is the sum, and no key counts twice', async () => {
  const books = await openBareBooks();
  const { context, read } = books;
  const sale = fc.record({ key: fc.integer({ min: 0, max: 7 }), customer: fc.integer({ min: 0, max: 2 }) });
  let run = 0;
  const property = fc.asyncProperty(
    fc.array(sale, { maxLength: 30 }),
    fc.array(fc.nat(500), { minLength: 8, maxLength: 8 }),
    async (sales, pointsOfKey) => {
      run += 1;
      const customers = [await makeCustomer(books), await makeCustomer(books), await makeCustomer(books)];
      const expected = new Map<number, number>(customers.map((rowId) => [rowId, 0]));
      const counted = new Set<number>();
      for (const { key, customer } of sales) {
        const customerRowId = customers[customer] ?? 0;
        const points = pointsOfKey[key] ?? 0;
        const earned = await context.write((tx) =>
          ok(
            earnPoints(context, tx, {
              customerRowId,
              orderRowId: null,
              key: `${run} ${key}`,
              points,
              description: '',
              at,
            }),
          ),
        );
        if (!earned.ok) throw new Error(earned.failure.message);
        if (counted.has(key)) {
          expect(earned.value.repeated).toBe(true);
          continue;
        }
        if (points > 0) counted.add(key);
        expected.set(customerRowId, (expected.get(customerRowId) ?? 0) + points);
        expect(earned.value).toEqual({ balanceAfter: expected.get(customerRowId), repeated: false });
      }
      for (const customerRowId of customers) {
        const entries = read.all(ledger, { customerRowId });
        expect(pointsBalance(read, customerRowId)).toBe(expected.get(customerRowId));
        let sum = 0;
        for (const entry of entries) {
          sum += entry.points;
          expect(entry.balance_after).toBe(sum);
        }
        expect(sum).toBe(expected.get(customerRowId));
      }
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test('points of a sale that is rolled back are not there', async () => {
  const books = await openBareBooks();
  const { context, read } = books;
  const customerRowId = await makeCustomer(books);
  const refused = await context.write((tx) => {
    earnPoints(context, tx, { customerRowId, orderRowId: null, key: 'sale', points: 5, description: '', at });
    return { ok: false, failure: { code: 'cart-empty', message: '' } };
  });
  expect(refused.ok).toBe(false);
  expect(pointsBalance(read, customerRowId)).toBe(0);
  expect(read.all(ledger, { customerRowId })).toEqual([]);
});

test('points that are none are refused', async () => {
  const books = await openBareBooks();
  const { context } = books;
  const customerRowId = await makeCustomer(books);
  for (const points of [-1, 1.5, Number.NaN]) {
    const earning = context.write((tx) =>
      ok(earnPoints(context, tx, { customerRowId, orderRowId: null, key: 'k', points, description: '', at })),
    );
    await expect(earning).rejects.toThrow(RangeError);
  }
});
