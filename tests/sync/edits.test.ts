import fc from 'fast-check';
import { expect, it } from 'vitest';
import { revokeCards } from '../../electron/engine/cards/issue-card.ts';
import { changeCategory } from '../../electron/engine/catalog/change-category.ts';
import { changeProduct } from '../../electron/engine/catalog/change-product.ts';
import { createCategory, createProduct } from '../../electron/engine/catalog/index.ts';
import type { Actor, EngineContext } from '../../electron/engine/context.ts';
import { changeCustomer } from '../../electron/engine/customers/change-customer.ts';
import { createCustomer } from '../../electron/engine/customers/index.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { append } from '../../electron/engine/journal/index.ts';
import { changeAccount } from '../../electron/engine/people/change-account.ts';
import { changePromotion } from '../../electron/engine/promotions/change-promotion.ts';
import { createPromotion } from '../../electron/engine/promotions/create-promotion.ts';
import { changeSettings } from '../../electron/engine/settings/change-settings.ts';
import { takeShopSettings } from '../../electron/engine/settings/index.ts';
import { productCreate, type ProductChange } from '../../shared/api/catalog.ts';
import { customerCreate } from '../../shared/api/customers.ts';
import { promotionCreate } from '../../shared/api/offers.ts';
import { ok } from '../../shared/domain/result.ts';
import { openTestEngine, testClock, type TestEngine } from '../fixtures/engine.ts';
import { createExchange, entriesOf, receive } from '../fixtures/exchange.ts';
import { recordsOf } from '../fixtures/records-of.ts';

const day = 86_400_000;

type Edit = { till: 0 | 1; what: number; which: number; value: number; clock: number };

const edits = fc.array(
  fc.record({
    till: fc.constantFrom<0 | 1>(0, 1),
    what: fc.oneof(fc.nat(14), fc.constantFrom(2, 4, 5)),
    which: fc.nat(5),
    value: fc.nat(8),
    clock: fc.integer({ min: -day, max: day }),
  }),
  { minLength: 10, maxLength: 30 },
);

const putRegister = rawQuery<{ id: string; code: string }, never>(
  `INSERT INTO registers (id, code, name) VALUES (@id, @code, @code)`,
);
const putStream = rawQuery<{ stream: string; id: string }, never>(
  `INSERT INTO streams (stream, register_id) VALUES (@stream, @id)`,
);

const anyAdmin = rawQuery<Record<never, never>, { id: string; row_id: number }>(
  `SELECT id, row_id FROM accounts WHERE role = 'admin' AND password_hash <> ''`,
);

/** Lets a till know who the two registers are, as the cloud's list of the shop's tills does. */
async function introduce(context: EngineContext, streams: readonly string[]): Promise<void> {
  await context.write((tx) => {
    for (const [index, stream] of streams.entries()) {
      tx.run(putRegister, { id: `register-${index + 1}`, code: `T${index + 1}` });
      tx.run(putStream, { stream, id: `register-${index + 1}` });
    }
    return ok(undefined);
  });
}

async function join(context: EngineContext, registerCode: string): Promise<void> {
  await context.write((tx) => {
    takeShopSettings(tx, '2026-03-02T01:00:00.000Z');
    const ids = { organisationId: 'o', storeId: 's', storeCode: 'S01', registerId: registerCode };
    const keys = { publicKey: '', cardKid: registerCode, cardPublicKey: '' };
    const body = { ...ids, ...keys, registerCode, name: registerCode };
    append(context, tx, { kind: 'register.joined', body, actor: 'system' });
    return ok(undefined);
  });
}

async function editOnce({ engine: { context }, clock }: TestEngine, edit: Edit): Promise<void> {
  const { what, which, value } = edit;
  clock.set(testClock().now() + edit.clock);
  const records = recordsOf(context.read) as Record<string, { id: string }[]>;
  const idOf = (part: string) => {
    const of = records[part] ?? [];
    return of[which % Math.max(1, of.length)]?.id ?? 'none';
  };
  const owner = context.read.first(anyAdmin);
  if (owner === undefined) throw new Error('a shop without an owner');
  const actor = { accountId: owner.id, sessionId: '' } as Actor;
  const by = { accountId: owner.id, accountRowId: owner.row_id };
  const sku = value === 0 ? null : `S${value}`;
  const barcodes = [`B${value}`, `B${which}`].slice(0, value === which ? 1 : value % 3);
  const phone = value === 0 ? '' : `0917 123 450${value}`;
  const email = value === 0 ? '' : `p${which}@example.com`;
  const effect = { kind: 'percent', percentPpm: 100_000 * (value + 1) } as const;
  const categoryId = records['categories']?.at(-1)?.id ?? null;
  const changed = (change: ProductChange) => changeProduct(context, idOf('products'), change, owner.id);
  const works: (() => Promise<unknown>)[] = [
    () => createCategory(context, { name: `Category ${value}`, colour: 'blue' }, owner.id),
    () => changeCategory(context, idOf('categories'), { name: `Category ${value}`, colour: 'red' }, owner.id),
    () =>
      createProduct(
        context,
        productCreate.parse({ name: `Bread ${value}`, priceMinor: 100 + value, sku, barcodes, categoryId }),
        by,
      ),
    () => changed({ priceMinor: 1_000 + value }),
    () => changed({ sku }),
    () => changed({ barcodes, name: `Cake ${value}` }),
    () => changed({ archived: value % 2 === 0, categoryId: value === 0 ? null : categoryId }),
    () => createCustomer(context, customerCreate.parse({ name: `Ana ${value}`, phone, email }), actor),
    () => changeCustomer(context, idOf('customers'), { phone }, actor),
    () => changeCustomer(context, idOf('customers'), { email, notes: `Note ${value}` }, actor),
    () => revokeCards(context, idOf('customers'), actor),
    () => {
      const couponCode = value === 0 ? null : `CODE${value}`;
      const offer = promotionCreate.parse({ title: `Offer ${value}`, effect, couponCode });
      return createPromotion(context, offer, actor);
    },
    () =>
      changePromotion(
        context,
        idOf('promotions'),
        { title: `Deal ${value}`, couponCode: `CODE${which}` },
        actor,
      ),
    () =>
      changeSettings(
        context,
        { points: { amountMinor: 100 + value }, receipt: { footer: `Bye ${which}` } },
        owner.id,
      ),
    () => changeAccount(context, idOf('accounts'), { displayName: `Person ${value}` }, actor),
  ];
  await works[what]?.();
}

it('any order of the same edits gives the same records, whatever the clocks say', async () => {
  const authors = [
    await openTestEngine({ clock: testClock() }),
    await openTestEngine({ clock: testClock() }),
  ];
  const observers = [await openTestEngine(), await openTestEngine()];
  for (const author of authors) await author.setUp();
  const contexts = authors.map(({ engine }) => engine.context);
  const writers = contexts.map((context) => context.identity().writer);
  for (const { engine } of [...authors, ...observers]) await introduce(engine.context, writers);
  const [, second] = contexts;
  if (second !== undefined) await join(second, 'T2');
  const exchange = createExchange(contexts);
  const told = [0, 0];
  const wins = { edits: 0, waiting: 0 };

  await fc.assert(
    fc.asyncProperty(edits, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), async (made, order) => {
      for (const [index, edit] of made.entries()) {
        const author = authors[edit.till];
        if (author !== undefined) await editOnce(author, edit);
        if ((order[index] ?? 0) % 9 === 0) await exchange();
      }
      await exchange();
      const entries = contexts.flatMap((context, index) => {
        const own = entriesOf(context.read, writers[index] ?? '', told[index]);
        told[index] = own.at(-1)?.seq ?? told[index] ?? 0;
        return own;
      });
      wins.edits += entries.length;
      const [inOrder, mixed] = observers.map(({ engine }) => engine.context);
      if (inOrder === undefined || mixed === undefined) throw new Error('no observers');
      await receive(inOrder, entries);
      const shuffled = entries
        .map((entry, index) => ({ entry, at: (order[index % order.length] ?? 0) * 31 + index * 7919 }))
        .toSorted((a, b) => (a.at % 101) - (b.at % 101))
        .map(({ entry }) => entry)
        .toSorted((a, b) => Number(b.kind === 'register.joined') - Number(a.kind === 'register.joined'));
      const received = await receive(mixed, shuffled);
      expect(received.waiting).toBe(0);
      const [expected, ...others] = [...contexts, inOrder, mixed].map(({ read }) => recordsOf(read));
      wins.waiting += expected?.['waiting']?.length ?? 0;
      for (const other of others) expect(other).toEqual(expected);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  for (const { engine } of authors) expect(await engine.verify()).toMatchObject({ problems: [] });
  expect(wins.edits).toBeGreaterThan(150);
  expect(wins.waiting).toBeGreaterThan(0);
}, 300_000);
