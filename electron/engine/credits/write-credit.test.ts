import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import { openBareBooks, type BareBooks } from '../../../tests/fixtures/bare-books.ts';
import { makeCustomer } from '../../../tests/fixtures/customers.ts';
import { rawQuery } from '../db/query.ts';
import { checkCredits } from './check-credits.ts';
import { creditById } from './credit-statements.ts';
import { customerCredit, openCredit } from './open-credit.ts';
import { writeCredit } from './write-credit.ts';

const cause = { reason: '', actor: 'system', journalSeq: 1, at: '2026-03-02T01:00:00.000Z' };
const kinds = ['issued', 'spent', 'given-back', 'paid-off', 'adjusted', 'reversed'] as const;
const ledger = rawQuery<{ rowId: number }, { amount: number; balance: number }>(
  `SELECT amount_minor AS amount, balance_after AS balance FROM credit_entries WHERE credit_row_id = @rowId
   ORDER BY row_id`,
);

/** A gift card, store credit and an account with a limit of 2000.00. */
async function openCredits(books: BareBooks): Promise<{ id: string; floor: number }[]> {
  const { id: customerId } = await makeCustomer(books);
  const opened = await books.context.write((tx) =>
    ok([
      openCredit(
        books.context,
        tx,
        { id: books.context.ids.uuid(), kind: 'gift-card', customerId: null, expiresOn: null },
        'system',
      ).id,
      customerCredit(books.context, tx, { customerId, kind: 'store-credit' }, 'system').id,
      customerCredit(books.context, tx, { customerId, kind: 'on-account' }, 'system').id,
    ]),
  );
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value.map((id, index) => ({ id, floor: index === 2 ? -200_000 : 0 }));
}

/** Asks as a sale does: what may be written is written, what may not leaves everything as it was. */
function take({ context }: BareBooks, facts: readonly CreditFact[]) {
  return context.write((tx) => {
    const checked = checkCredits(context, tx, facts);
    return checked.ok ? ok(facts.map((fact) => writeCredit(context, tx, fact, cause))) : checked;
  });
}

const asked = fc.record({
  key: fc.nat(14),
  credit: fc.nat(2),
  kind: fc.constantFrom(...kinds),
  size: fc.oneof(fc.nat(100), fc.nat(300_000)),
  below: fc.boolean(),
});

function signedAmount(kind: CreditFact['kind'], size: number, below: boolean): number {
  if (kind === 'spent') return 0 - size;
  return (kind === 'adjusted' || kind === 'reversed') && below ? 0 - size : size;
}

test('any order of entries and any replay: the balance is the sum, no key counts twice, no card goes below zero', async () => {
  const books = await openBareBooks();
  let run = 0;
  const property = fc.asyncProperty(
    fc.array(fc.array(asked, { maxLength: 3 }), { maxLength: 30 }),
    async (sales) => {
      run += 1;
      const credits = await openCredits(books);
      const balances = credits.map(() => 0);
      const seen = new Set<string>();
      for (const sale of sales) {
        const facts = sale.map(({ key, credit, kind, size, below }): CreditFact => ({
          key: `${run} ${key}`,
          creditId: credits[credit]?.id ?? '',
          kind,
          amountMinor: signedAmount(kind, size, below),
        }));
        const unique = facts.filter(({ key }, at) => facts.findIndex((fact) => fact.key === key) === at);
        const after = [...balances];
        let fits = true;
        for (const { key, creditId, amountMinor } of unique) {
          if (seen.has(key)) continue;
          const at = credits.findIndex(({ id }) => id === creditId);
          after[at] = (after[at] ?? 0) + amountMinor;
          if (amountMinor < 0 && (after[at] ?? 0) < (credits[at]?.floor ?? 0)) fits = false;
        }
        const taken = await take(books, unique);
        expect(taken.ok).toBe(fits);
        if (!taken.ok) {
          expect(taken.failure.code).toBe('credit-short');
          continue;
        }
        taken.value.forEach(({ repeated }, at) => expect(repeated).toBe(seen.has(unique[at]?.key ?? '')));
        for (const { key } of unique) seen.add(key);
        balances.splice(0, 3, ...after);
      }
      for (const [at, { id, floor }] of credits.entries()) {
        const credit = books.read.first(creditById, { id });
        expect(credit?.balanceMinor).toBe(balances[at]);
        let sum = 0;
        for (const { amount, balance } of books.read.all(ledger, { rowId: credit?.rowId ?? 0 })) {
          sum += amount;
          expect(balance).toBe(sum);
          expect(balance).toBeGreaterThanOrEqual(floor);
        }
        expect(sum).toBe(balances[at]);
      }
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test('one card in two sales at the same time: the second is told what is left', async () => {
  const books = await openBareBooks();
  const [card] = await openCredits(books);
  const creditId = card?.id ?? '';
  await take(books, [{ key: 'sold', creditId, kind: 'issued', amountMinor: 50_000 }]);
  const spend = (key: string) => take(books, [{ key, creditId, kind: 'spent', amountMinor: -30_000 }]);
  const [first, second] = await Promise.all([spend('sale 1'), spend('sale 2')]);
  expect(first?.ok).toBe(true);
  expect(second).toMatchObject({
    ok: false,
    failure: {
      code: 'credit-short',
      message: 'This gift card has PHP 200.00 left. Take that, and the rest another way.',
      details: { creditId, leftMinor: 20_000 },
    },
  });
});

test.each<[CreditFact['kind'], number]>([
  ['issued', -1],
  ['given-back', -1],
  ['paid-off', -1],
  ['spent', 1],
  ['adjusted', 1.5],
  ['reversed', Number.NaN],
  ['spent', -1],
  ['adjusted', -1],
])('%s %d on an empty card is refused by the writer itself', async (kind, amountMinor) => {
  const books = await openBareBooks();
  const { context } = books;
  const [card] = await openCredits(books);
  const fact = { key: 'k', creditId: card?.id ?? '', kind, amountMinor };
  await expect(context.write((tx) => ok(writeCredit(context, tx, fact, cause)))).rejects.toThrow(RangeError);
  expect(books.read.first(creditById, { id: fact.creditId })?.balanceMinor).toBe(0);
});
