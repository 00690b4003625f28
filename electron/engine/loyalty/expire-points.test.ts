import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Settings } from '../../../shared/api/settings.ts';
import { monthsBefore } from '../../../shared/domain/points.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { PointsKind } from '../../../shared/journal/kinds.ts';
import { openBareBooks, type BareBooks } from '../../../tests/fixtures/bare-books.ts';
import { makeCustomer, standingOf } from '../../../tests/fixtures/customers.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { rawQuery } from '../db/query.ts';
import { expirePoints } from './expire-points.ts';
import { findExpiring } from './find-expiring.ts';
import { nextExpiry } from './next-expiry.ts';
import { writePoints } from './write-points.ts';

const months = 6;
const day = 86_400_000;
const expired = rawQuery<{ customerRowId: number }, { key: string; points: number; at: string }>(
  `SELECT key, points, at FROM points_entries WHERE customer_row_id = @customerRowId AND kind = 'expired' ORDER BY row_id`,
);

/** Books in which points end after six months; the reader thread's work is done at once. */
async function openBooks(expiryMonths = months) {
  const books = await openBareBooks();
  const { read } = books;
  const plain = books.context.settings();
  const settings: Settings = { ...plain, points: { ...plain.points, expiryMonths } };
  const context: EngineContext = {
    ...books.context,
    settings: () => settings,
    readInWorker: (name, parameters) => {
      if (name !== 'findExpiring') throw new Error(`${name} is not read here`);
      return Promise.resolve(findExpiring(read, parameters as { before: string }) as never);
    },
  };
  return { books, context, settings, customer: await makeCustomer(books) };
}

let keys = 0;
async function write(context: EngineContext, customerRowId: number, kind: PointsKind, points: number) {
  keys += 1;
  const at = instantOf(context.clock.now());
  const entry = {
    customerRowId,
    key: `k${keys}`,
    kind,
    points,
    description: '',
    actor: 'system',
    journalSeq: 1,
    at,
  };
  await context.write((tx) => ok(writePoints(context, tx, entry)));
}

async function expire(context: EngineContext): Promise<number> {
  const done = await expirePoints(context);
  if (!done.ok) throw new Error(done.failure.message);
  return done.value.customers;
}

function moveTo(books: BareBooks, ms: number): string {
  books.setNow(instantOf(ms));
  return books.context.businessDateOf(instantOf(ms));
}

type Lot = { date: string; left: number };

/** Takes points from the oldest lots; what they do not hold is owed by those to come. */
function use(lots: Lot[], points: number): number {
  let owed = points;
  for (const lot of lots) {
    const part = Math.min(lot.left, owed);
    lot.left -= part;
    owed -= part;
  }
  return owed;
}

test('whatever is given and spent over the months, what expires is the oldest that is left: first in, first out', async () => {
  const { books, context, settings } = await openBooks();
  const step = fc.record({
    days: fc.integer({ min: 0, max: 70 }),
    given: fc.boolean(),
    bonus: fc.boolean(),
    points: fc.integer({ min: 1, max: 100 }),
  });
  let from = Date.parse('2026-03-02T01:00:00.000Z');
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
    const { rowId } = await makeCustomer(books);
    const lots: Lot[] = [];
    let owed = 0;
    let gone = 0;
    for (const { days, given, bonus, points } of steps) {
      from += days * day;
      const today = moveTo(books, from);
      await expire(context);
      for (const lot of lots) {
        if (lot.date >= monthsBefore(today, months)) continue;
        gone += lot.left;
        lot.left = 0;
      }
      expect(
        books.read.all(expired, { customerRowId: rowId }).reduce((sum, entry) => sum - entry.points, 0),
      ).toBe(gone);
      if (given) {
        lots.push({ date: today, left: points });
        owed = use(lots, owed);
        await write(context, rowId, bonus ? 'bonus' : 'earned', points);
      } else {
        owed += use(lots, points);
        await write(context, rowId, bonus ? 'redeemed' : 'adjusted', -points);
      }
      const left = lots.reduce((sum, lot) => sum + lot.left, 0);
      expect(standingOf(books, rowId)?.balance).toBe(left - owed);
      const next = nextExpiry(books.read, rowId, settings, today);
      const oldest = lots.find((lot) => lot.left > 0);
      expect(next === null).toBe(oldest === undefined);
      if (next === null || oldest === undefined) continue;
      const going = lots.filter((lot) => lot.date < monthsBefore(next.on, months));
      expect(going).toContain(oldest);
      expect(next.points).toBe(going.reduce((sum, lot) => sum + lot.left, 0));
      expect(
        monthsBefore(new Date(Date.parse(next.on) - day).toISOString().slice(0, 10), months) <= oldest.date,
      ).toBe(true);
    }
  });
  await fc.assert(property, { numRuns: 60 });
}, 60_000);

test('points end once they are older than the months, on the business date, once', async () => {
  const { books, context, settings, customer } = await openBooks();
  const { rowId, id } = customer;
  moveTo(books, Date.parse('2026-03-02T15:59:59.000Z'));
  await write(context, rowId, 'earned', 10);
  // Past midnight in Manila.
  moveTo(books, Date.parse('2026-03-02T16:00:00.000Z'));
  await write(context, rowId, 'bonus', 5);
  expect(nextExpiry(books.read, rowId, settings, '2026-03-03')).toEqual({ points: 10, on: '2026-09-03' });

  moveTo(books, Date.parse('2026-09-02T15:59:00.000Z'));
  expect(await expire(context)).toBe(0);
  moveTo(books, Date.parse('2026-09-02T16:00:00.000Z'));
  expect(await expire(context)).toBe(1);
  expect(await expire(context)).toBe(0);
  expect(books.read.all(expired, { customerRowId: rowId })).toEqual([
    { key: `expiry:${id}:2026-09-03`, points: -10, at: '2026-09-02T16:00:00.000Z' },
  ]);
  expect(standingOf(books, rowId)).toEqual({ balance: 5, earnedEver: 15 });
  expect(nextExpiry(books.read, rowId, settings, '2026-09-03')).toEqual({ points: 5, on: '2026-09-04' });

  // The clock goes back and comes again: nothing ends twice.
  moveTo(books, Date.parse('2026-08-01T00:00:00.000Z'));
  expect(await expire(context)).toBe(0);
  moveTo(books, Date.parse('2026-09-02T17:00:00.000Z'));
  expect(await expire(context)).toBe(0);
  moveTo(books, Date.parse('2027-09-02T17:00:00.000Z'));
  expect(await expire(context)).toBe(1);
  expect(standingOf(books, rowId)).toEqual({ balance: 0, earnedEver: 15 });
});

test('corrections never end, a debt takes none, and without a number of months nothing ends', async () => {
  const { books, context, customer } = await openBooks();
  const { rowId } = customer;
  await write(context, rowId, 'adjusted', 7);
  const debtor = await makeCustomer(books);
  await write(context, debtor.rowId, 'earned', 5);
  await write(context, debtor.rowId, 'reversed', -9);
  moveTo(books, Date.parse('2036-01-01T00:00:00.000Z'));
  expect(await expire(context)).toBe(0);
  expect(standingOf(books, rowId)?.balance).toBe(7);
  expect(standingOf(books, debtor.rowId)?.balance).toBe(-4);

  const without = await openBooks(0);
  await write(without.context, without.customer.rowId, 'earned', 5);
  moveTo(without.books, Date.parse('2036-01-01T00:00:00.000Z'));
  expect(await expire(without.context)).toBe(0);
  expect(nextExpiry(without.books.read, without.customer.rowId, without.settings, '2036-01-01')).toBeNull();
});

test('many customers lose their points in parts, and it can be ended between them', async () => {
  const { books, context, customer } = await openBooks();
  const all = [customer];
  while (all.length < 60) all.push(await makeCustomer(books));
  for (const { rowId } of all) await write(context, rowId, 'earned', 3);
  moveTo(books, Date.parse('2027-01-01T00:00:00.000Z'));
  let asked = 0;
  const first = await expirePoints(context, () => {
    asked += 1;
    return asked > 1;
  });
  expect(first).toEqual(ok({ customers: 25 }));
  expect(await expire(context)).toBe(35);
  expect(all.map(({ rowId }) => standingOf(books, rowId)?.balance)).toEqual(all.map(() => 0));
});
