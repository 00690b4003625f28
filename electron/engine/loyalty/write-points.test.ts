import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import type { PointsKind } from '../../../shared/journal/kinds.ts';
import { openBareBooks, type BareBooks } from '../../../tests/fixtures/bare-books.ts';
import { makeCustomer, standingOf } from '../../../tests/fixtures/customers.ts';
import { rawQuery } from '../db/query.ts';
import { pointsBalance } from './points-balance.ts';
import { writePoints, type PointsToWrite } from './write-points.ts';

const at = '2026-03-02T01:00:00.000Z';
const common = { description: '', actor: 'system', journalSeq: 1, at };
const ledger = rawQuery<
  { customerRowId: number },
  { key: string; kind: PointsKind; points: number; balance_after: number }
>(
  'SELECT key, kind, points, balance_after FROM points_entries WHERE customer_row_id = @customerRowId ORDER BY row_id',
);

async function write({ context }: BareBooks, entry: Omit<PointsToWrite, keyof typeof common>) {
  const written = await context.write((tx) => ok(writePoints(context, tx, { ...common, ...entry })));
  if (!written.ok) throw new Error(written.failure.message);
  return written.value;
}

/** Points of a kind, with a sign that fits it. */
const change = fc
  .record({
    kind: fc.constantFrom<PointsKind>('earned', 'redeemed', 'expired', 'adjusted', 'bonus', 'reversed'),
    size: fc.nat(1_000_000),
    below: fc.boolean(),
  })
  .map(({ kind, size, below }) => ({
    kind,
    points: signOf(kind, below) * size + 0,
  }));

function signOf(kind: PointsKind, below: boolean): 1 | -1 {
  if (kind === 'earned' || kind === 'bonus') return 1;
  if (kind === 'redeemed' || kind === 'expired') return -1;
  return below ? -1 : 1;
}

test('any order of entries of any kind and any replay: the balance is the sum, and no key counts twice', async () => {
  const books = await openBareBooks();
  const { read } = books;
  const asked = fc.record({ key: fc.integer({ min: 0, max: 9 }), customer: fc.integer({ min: 0, max: 2 }) });
  let run = 0;
  const property = fc.asyncProperty(
    fc.array(asked, { maxLength: 40 }),
    fc.array(change, { minLength: 10, maxLength: 10 }),
    async (sequence, changes) => {
      run += 1;
      const customers: number[] = [];
      while (customers.length < 3) customers.push((await makeCustomer(books)).rowId);
      const sums = customers.map(() => ({ balance: 0, earned: 0 }));
      const counted = new Map<number, number>();
      for (const { key, customer } of sequence) {
        const { kind, points } = changes[key] ?? { kind: 'adjusted' as const, points: 0 };
        const sum = sums[customer] ?? { balance: 0, earned: 0 };
        const customerRowId = customers[customer] ?? 0;
        const written = await write(books, { customerRowId, key: `${run} ${key}`, kind, points });
        expect(written.repeated).toBe(counted.has(key));
        if (written.repeated) {
          expect(written.balanceAfter).toBe(counted.get(key));
          continue;
        }
        sum.balance += points;
        if (kind === 'earned' || kind === 'bonus' || (kind === 'reversed' && points < 0))
          sum.earned += points;
        expect(written.balanceAfter).toBe(sum.balance);
        counted.set(key, sum.balance);
      }
      for (const [index, customerRowId] of customers.entries()) {
        expect(pointsBalance(read, customerRowId)).toBe(sums[index]?.balance);
        expect(standingOf(books, customerRowId)?.earnedEver).toBe(sums[index]?.earned);
        let balance = 0;
        for (const entry of read.all(ledger, { customerRowId })) {
          balance += entry.points;
          expect(entry.balance_after).toBe(balance);
        }
        expect(balance).toBe(sums[index]?.balance);
      }
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test('points of a sale that is rolled back are not there', async () => {
  const books = await openBareBooks();
  const { context, read } = books;
  const { rowId: customerRowId } = await makeCustomer(books);
  const refused = await context.write((tx) => {
    writePoints(context, tx, { ...common, customerRowId, key: 'sale', kind: 'earned', points: 5 });
    return { ok: false, failure: { code: 'cart-empty', message: '' } };
  });
  expect(refused.ok).toBe(false);
  expect(pointsBalance(read, customerRowId)).toBe(0);
  expect(read.all(ledger, { customerRowId })).toEqual([]);
});

test.each<[PointsKind, number]>([
  ['earned', -1],
  ['bonus', -1],
  ['redeemed', 1],
  ['expired', 1],
  ['earned', 1.5],
  ['adjusted', Number.NaN],
  ['reversed', 2 ** 53],
])('%s %d is refused', async (kind, points) => {
  const books = await openBareBooks();
  const { rowId: customerRowId } = await makeCustomer(books);
  await expect(write(books, { customerRowId, key: 'k', kind, points })).rejects.toThrow(RangeError);
  expect(pointsBalance(books.read, customerRowId)).toBe(0);
});

test('a balance past what can be counted exactly is refused', async () => {
  const books = await openBareBooks();
  const { rowId: customerRowId } = await makeCustomer(books);
  await write(books, { customerRowId, key: 'a', kind: 'adjusted', points: Number.MAX_SAFE_INTEGER });
  await expect(write(books, { customerRowId, key: 'b', kind: 'bonus', points: 1 })).rejects.toThrow(
    RangeError,
  );
  expect(pointsBalance(books.read, customerRowId)).toBe(Number.MAX_SAFE_INTEGER);
});
