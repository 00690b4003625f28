import { expect, it } from 'vitest';
import type { Customer, CustomerCard } from '../../shared/api/customers.ts';
import { ok } from '../../shared/domain/result.ts';
import { cardKeyOf } from '../../electron/engine/cards/index.ts';
import { append } from '../../electron/engine/journal/index.ts';
import { openTestEngine, testKeys } from '../fixtures/engine.ts';
import { createExchange } from '../fixtures/exchange.ts';

it('a card that another till of the shop signed is known here, and one of nobody is not', async () => {
  const tills = [
    await openTestEngine({ keys: testKeys(101) }),
    await openTestEngine({ keys: testKeys(102) }),
  ] as const;
  const [first, second] = tills;
  for (const till of tills) await till.setUp();
  const exchange = createExchange(tills.map(({ engine }) => engine.context));
  const ana = await first.call<Customer>('POST', '/customers', { body: { name: 'Ana' } });
  const { body: card } = await first.call<CustomerCard>('GET', `/customers/${ana.body.id}/card`);
  await exchange();
  const find = () =>
    second.call<{ items: Customer[] }>('GET', `/customers?search=${encodeURIComponent(card.cardCode)}`);
  expect((await find()).status).not.toBe(200);

  const { kid, publicText } = await cardKeyOf(first.engine.context);
  await first.engine.context.write((tx) => {
    const ids = { organisationId: 'o', storeId: 's', storeCode: 'S01', registerId: 'r', registerCode: 'T1' };
    const body = { ...ids, name: 'Front', publicKey: '', cardKid: kid, cardPublicKey: publicText };
    append(first.engine.context, tx, { kind: 'register.joined', body, actor: 'system' });
    return ok(undefined);
  });
  await exchange();
  expect((await find()).body.items.map(({ id }) => id)).toEqual([ana.body.id]);
});
