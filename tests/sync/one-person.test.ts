import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CartWhole } from '../../shared/api/carts.ts';
import type { Customer, CustomerDuplicates } from '../../shared/api/customers.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, testClock, type TestEngine } from '../fixtures/engine.ts';
import { createExchange, entriesOf, receive } from '../fixtures/exchange.ts';
import { recordsOf } from '../fixtures/records-of.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';

async function makeCustomer(till: TestEngine, name: string, phone = ''): Promise<Customer> {
  const { status, body } = await till.call<Customer>('POST', '/customers', { body: { name, phone } });
  if (status !== 201) throw new Error(`making a customer answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function award(till: TestEngine, { id }: Customer, points: number): Promise<void> {
  const body = { id: systemIds.uuid(), kind: 'bonus', points, reason: `Given to ${id}` };
  const answer = await till.call('POST', `/customers/${id}/points`, { body });
  if (answer.status > 201)
    throw new Error(`awarding answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

const get = async (till: TestEngine, id: string) =>
  (await till.call<Customer>('GET', `/customers/${id}`)).body;
const merge = (till: TestEngine, id: string, mergedId: string) =>
  till.call<Customer>('POST', `/customers/${id}/merge`, { body: { mergedId } });
const erase = (till: TestEngine, id: string) => till.call<Customer>('POST', `/customers/${id}/erase`);

const parts = rawQuery<{ text: string }, { count: number }>(
  'SELECT count(*) AS count FROM journal_personal WHERE instr(part, @text) > 0',
);

async function openTills(count: number): Promise<TestEngine[]> {
  const tills: TestEngine[] = [];
  for (let index = 0; index < count; index += 1) {
    const till = await openTestEngine({ clock: testClock() });
    await till.setUp();
    tills.push(till);
  }
  return tills;
}

it('two records of one person become the older one, with sales, points and credits of both', async () => {
  const [till] = (await openTills(1)) as [TestEngine];
  await till.openShift();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_000 });
  const ana = await makeCustomer(till, 'Ana', '0917 123 4501');
  const twin = await makeCustomer(till, 'Ana Cruz', '0917 123 4502');
  for (const { id } of [ana, twin]) {
    await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }], customerId: id });
  }
  const credit = { id: systemIds.uuid(), kind: 'store-credit', amountMinor: 700, reason: 'Gift' };
  await till.call('POST', `/customers/${twin.id}/credits`, { body: credit });
  await award(till, twin, 40);

  const joined = await merge(till, twin.id, ana.id);
  expect(joined).toMatchObject({
    status: 200,
    body: { id: ana.id, name: 'Ana', pointsBalance: 50, visits: 2, spentMinor: 10_000 },
  });
  expect((await get(till, twin.id)).id).toBe(ana.id);
  for (const search of [twin.code, twin.qrCode, '0917 123 4502']) {
    const { body } = await till.call<{ items: Customer[] }>(
      'GET',
      `/customers?search=${encodeURIComponent(search)}`,
    );
    expect(body.items.map(({ id }) => id)).toEqual([ana.id]);
  }
  const all = await till.call<{ items: Customer[]; total: number }>('GET', '/customers');
  expect(all.body).toMatchObject({ total: 1, items: [{ id: ana.id }] });
  const credits = await till.call('GET', `/customers/${twin.id}/credits`);
  expect(credits.body).toMatchObject({ storeCredit: { balanceMinor: 700 } });
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }], customerId: twin.id });
  expect(await get(till, ana.id)).toMatchObject({ visits: 3, pointsBalance: 55 });
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });

  expect((await merge(till, ana.id, twin.id)).status).toBe(422);
  expect((await merge(till, ana.id, systemIds.uuid())).status).toBe(404);
  const staff = await till.signInStaff();
  expect(
    (await till.call('POST', `/customers/${ana.id}/merge`, { body: { mergedId: twin.id }, token: staff }))
      .status,
  ).toBe(403);
  expect((await till.call('POST', `/customers/${ana.id}/erase`, { token: staff })).status).toBe(403);
});

it('tills that join the same people in opposite directions, and one that knows nothing of it, come to the same', async () => {
  const tills = (await openTills(3)) as [TestEngine, TestEngine, TestEngine];
  const [first, second, third] = tills;
  const exchange = createExchange(tills.map(({ engine }) => engine.context));
  const people = [
    await makeCustomer(first, 'Ana', '0917 123 4501'),
    await makeCustomer(second, 'Ana', '0917 123 4501'),
    await makeCustomer(third, 'Anna', '0917 123 4503'),
  ] as [Customer, Customer, Customer];
  await exchange();
  const { body } = await second.call<CustomerDuplicates>('GET', `/customers/${people[1].id}/duplicates`);
  expect(body.items).toMatchObject([{ customer: { id: people[0].id }, because: 'phone' }]);

  for (const [index, till] of tills.entries()) await award(till, people[index] as Customer, 10 * (index + 1));
  expect((await merge(first, people[0].id, people[1].id)).body.id).toBe(people[0].id);
  expect((await merge(second, people[2].id, people[1].id)).body.id).toBe(people[1].id);
  await award(third, people[1], 100);
  await exchange();
  for (const till of tills) {
    for (const { id } of people)
      expect(await get(till, id)).toMatchObject({ id: people[0].id, pointsBalance: 160 });
    expect(recordsOf(till.engine.context.read)).toEqual(recordsOf(first.engine.context.read));
    expect(await till.engine.verify()).toMatchObject({ problems: [] });
  }
});

it('somebody erased is forgotten on every till, whatever still arrives', async () => {
  const tills = (await openTills(2)) as [TestEngine, TestEngine];
  const [first, second] = tills;
  const exchange = createExchange(tills.map(({ engine }) => engine.context));
  const ana = await makeCustomer(first, 'Ana Forgettable', '0917 123 4501');
  await award(first, ana, 30);
  const credit = { id: systemIds.uuid(), kind: 'store-credit', amountMinor: 700, reason: 'Gift' };
  await first.call('POST', `/customers/${ana.id}/credits`, { body: credit });
  await exchange();
  const before = entriesOf(first.engine.context.read, systemIds.uuid());

  const erased = await erase(first, ana.id);
  expect(erased).toMatchObject({
    status: 200,
    body: { name: 'Erased customer', phone: '', pointsBalance: 0 },
  });
  expect(erased.body.erasedAt).not.toBeNull();
  expect((await erase(first, ana.id)).status).toBe(200);
  await second.call('PATCH', `/customers/${ana.id}`, { body: { notes: 'Forgettable likes rye' } });
  await award(second, ana, 5);
  await exchange();
  for (const till of tills) {
    expect(till.engine.context.read.first(parts, { text: 'Forgettable' })).toEqual({ count: 0 });
    expect(till.engine.context.read.first(parts, { text: ana.id })).toEqual({ count: 0 });
    expect(await get(till, ana.id)).toMatchObject({ name: 'Erased customer', notes: '', pointsBalance: 5 });
    const { body } = await till.call<{ total: number }>('GET', '/customers?search=Forgettable');
    expect(body.total).toBe(0);
    expect((await till.call('PATCH', `/customers/${ana.id}`, { body: { name: 'Ana' } })).status).toBe(409);
  }
  expect(recordsOf(second.engine.context.read)).toEqual(recordsOf(first.engine.context.read));
  for (const { engine } of tills) expect(await engine.verify()).toMatchObject({ problems: [] });

  const late = await openTestEngine();
  await receive(late.engine.context, entriesOf(first.engine.context.read, systemIds.uuid()));
  await receive(late.engine.context, entriesOf(second.engine.context.read, systemIds.uuid()));
  await receive(late.engine.context, before);
  expect(late.engine.context.read.first(parts, { text: 'Forgettable' })).toEqual({ count: 0 });
});

it('a cart that waits anywhere forgets an erased customer, and no sale is made in their name', async () => {
  const tills = (await openTills(2)) as [TestEngine, TestEngine];
  const [first, second] = tills;
  const exchange = createExchange(tills.map(({ engine }) => engine.context));
  const ana = await makeCustomer(first, 'Ana Forgettable', '0917 123 4501');
  const other = await makeCustomer(first, 'Ben Stays', '0917 123 4502');
  await exchange();
  const bread = await makeProduct(second, { name: 'Bread', priceMinor: 4_500 });
  await second.openShift();
  const cartOf = async (customer: Customer) => {
    const id = systemIds.uuid();
    const line = { lineId: systemIds.uuid(), productId: bread.id, name: 'Bread', quantityMilli: 1_000 };
    const kept = await second.call('PATCH', `/carts/${id}`, {
      body: {
        state: 'parked',
        name: customer.name,
        screen: systemIds.uuid(),
        lines: [{ ...line, amountMinor: 4_500 }],
        draft: { customer, rewardIds: ['free-bread'], lines: [line] },
        itemCount: 1,
        totalMinor: 4_500,
      },
    });
    expect(kept.status).toBe(200);
    return id;
  };
  const carts = { ana: await cartOf(ana), ben: await cartOf(other) };
  await erase(first, ana.id);
  await exchange();

  const take = async (id: string) =>
    (
      await second.call<CartWhole>('POST', `/carts/${id}/take`, {
        body: { screen: systemIds.uuid(), heldBy: null },
      })
    ).body;
  expect(await take(carts.ana)).toMatchObject({ name: '', draft: { customer: null, rewardIds: [] } });
  expect(await take(carts.ben)).toMatchObject({ name: 'Ben Stays', draft: { customer: { id: other.id } } });
  const sold = ringUp(second, { lines: [{ product: bread, quantityMilli: 1_000 }], customerId: ana.id });
  await expect(sold).rejects.toThrow('customer-erased');
});

it('nothing of an erased customer is left in the file of the books', async () => {
  const [till] = (await openTills(1)) as [TestEngine];
  const ana = await makeCustomer(till, 'Ana Forgettable', '0917 123 4501');
  await till.call('PATCH', `/customers/${ana.id}`, { body: { notes: 'Likes Forgettable rye' } });
  for (let made = 0; made < 20; made += 1) await makeCustomer(till, `Somebody Else ${made}`);
  await erase(till, ana.id);
  const again = await till.restart();
  await again.engine.close();
  const bytes = readFileSync(join(till.dataDir, 'sukli.db'));
  expect(bytes.includes('Somebody Else 7')).toBe(true);
  expect(bytes.includes('Forgettable')).toBe(false);
  expect(bytes.includes('917 123 4501')).toBe(false);
});

it('any order of joining, changing and erasing gives the same people', async () => {
  const authors = (await openTills(2)) as [TestEngine, TestEngine];
  const observers = [await openTestEngine(), await openTestEngine()] as const;
  const contexts = authors.map(({ engine }) => engine.context);
  const exchange = createExchange(contexts);
  const told = [0, 0];
  let phones = 4_500;
  const act = fc.record({
    till: fc.constantFrom(0, 1),
    what: fc.nat(5),
    one: fc.nat(7),
    other: fc.nat(7),
    tell: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 14 }), fc.nat(), async (acts, seed) => {
      const people: Customer[] = [];
      for (let index = 0; index < 4; index += 1)
        people.push(
          await makeCustomer(
            authors[index % 2] as TestEngine,
            `Person ${index}`,
            `0917 123 ${(phones += 1)}`,
          ),
        );
      await exchange();
      for (const { till: at, what, one, other, tell } of acts) {
        const till = authors[at] as TestEngine;
        const [a, b] = [people[one % people.length] as Customer, people[other % people.length] as Customer];
        if (what < 2) await merge(till, a.id, b.id);
        else if (what === 2)
          await till.call('PATCH', `/customers/${a.id}`, {
            body: { notes: `${one}${other}`, phone: b.phone },
          });
        else if (what === 3)
          await till.call('POST', `/customers/${a.id}/points`, {
            body: { id: systemIds.uuid(), kind: 'bonus', points: one + 1, reason: 'x' },
          });
        else if (what === 4) await till.call('POST', `/customers/${a.id}/card/revoke`);
        else if (one === 0) await erase(till, a.id);
        if (tell) await exchange();
      }
      await exchange();
      const entries = contexts.flatMap((context, index) => {
        const own = entriesOf(context.read, context.identity().writer, told[index]);
        told[index] = own.at(-1)?.seq ?? told[index] ?? 0;
        return own;
      });
      const [inOrder, mixed] = observers.map(({ engine }) => engine.context);
      if (inOrder === undefined || mixed === undefined) throw new Error('no observers');
      await receive(inOrder, entries);
      const shuffled = entries
        .map((entry, index) => ({ entry, at: (index * 7919 + seed) % 101 }))
        .toSorted((x, y) => x.at - y.at)
        .map(({ entry }) => entry);
      await receive(mixed, shuffled);
      const [expected, ...others] = [...contexts, inOrder, mixed].map(({ read }) => ({
        ...recordsOf(read),
        settings: [],
        points: read.all(
          rawQuery<Record<never, never>, unknown>('SELECT id, points_balance FROM customers ORDER BY id'),
        ),
      }));
      for (const each of others) expect(each).toEqual(expected);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  for (const { engine } of authors) expect(await engine.verify()).toMatchObject({ problems: [] });
}, 300_000);
