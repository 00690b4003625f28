import { expect, it } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import { listLocalExceptions } from '../../electron/engine/sync/list-local-exceptions.ts';
import { openTestEngine } from '../fixtures/engine.ts';
import { createExchange } from '../fixtures/exchange.ts';
import { makeProduct } from '../fixtures/ring-up.ts';

it('tells of keys that two records have and of one person twice, until somebody has seen to it', async () => {
  const tills = [await openTestEngine(), await openTestEngine()] as const;
  const [first, second] = tills;
  for (const till of tills) await till.setUp();
  const exchange = createExchange(tills.map(({ engine }) => engine.context));
  const bread = await makeProduct(first, { name: 'Bread', priceMinor: 500, sku: 'B1' });
  const loaf = await makeProduct(second, { name: 'Loaf', priceMinor: 600, sku: 'B1' });
  const person = { name: 'Ana', email: 'ana@example.com' };
  const ana = await first.call<Customer>('POST', '/customers', { body: person });
  const twin = await second.call<Customer>('POST', '/customers', { body: person });
  await exchange();

  for (const { engine } of tills) {
    expect(listLocalExceptions(engine.context.read)).toEqual([
      {
        kind: 'shared-key',
        space: 'sku',
        key: 'B1',
        holder: { id: bread.id, name: 'Bread' },
        waiting: { id: loaf.id, name: 'Loaf' },
      },
      expect.objectContaining({
        kind: 'same-person',
        because: 'email',
        customer: { id: ana.body.id, code: 'CUST-00001', name: 'Ana' },
      }),
    ]);
  }

  await first.call('PATCH', `/products/${bread.id}`, { body: { sku: 'B2' } });
  await second.call('POST', `/customers/${ana.body.id}/merge`, { body: { mergedId: twin.body.id } });
  await exchange();
  for (const { engine, call } of tills) {
    expect(listLocalExceptions(engine.context.read)).toEqual([]);
    expect((await call('GET', `/lookup/B1`)).body).toMatchObject({ product: { id: loaf.id } });
  }
});
