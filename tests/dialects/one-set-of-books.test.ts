import { expect, it } from 'vitest';
import type { DayReport } from '../../shared/api/reports.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { clientOf, manners } from './support/client.ts';
import { openTillWithDoor } from './support/open-door.ts';
import { cardOf, signInStaff, type Pair } from './support/people.ts';

type Order = { id: number; status: string; total_price: string };
type Scanned = { user: { points: number } };

it('counter and web keep one set of books', async () => {
  const { till, port } = await openTillWithDoor();
  const [manner] = manners;
  if (manner === undefined) throw new Error('no manner');
  const ask = clientOf(port, manner);
  await till.openShift();
  await till.signInStaff();
  await ask('POST', '/api/accounts/auth/registration/', 201, {
    body: {
      username: 'ana',
      email: 'ana@example.com',
      password1: 'Kathmandu-2026',
      password2: 'Kathmandu-2026',
    },
  });
  const { access: token } = await ask<Pair>('POST', '/api/token/', 200, {
    body: { username: 'ana', password: 'Kathmandu-2026' },
  });
  const customer = await cardOf(till, 'ana@example.com');
  const bread = await makeProduct(till, { name: 'Pandesal', priceMinor: 5_000 });
  const { order: sale } = await ringUp(till, {
    lines: [{ product: bread, quantityMilli: 3_000 }],
    customerId: customer.id,
  });
  const history = await ask<Order[]>('GET', '/api/orders/history/', 200, { token });
  expect(history).toMatchObject([{ id: sale.publicId, status: 'paid', total_price: '150.00' }]);

  const web = await ask<Order>('POST', '/api/orders/', 201, {
    token,
    body: { product_name: 'Cake', quantity: 2, price: '100.00' },
  });
  const payment = await ask<{ id: number }>('POST', '/api/orders/payments/', 201, {
    token,
    body: { order: web.id, amount: '200.00' },
  });
  await ask('PATCH', `/api/orders/payments/${payment.id}/`, 200, { token, body: { status: 'completed' } });

  const { access: staff } = await signInStaff(ask);
  expect(await ask('GET', '/api/pos/dashboard/', 200, { token: staff })).toMatchObject({
    today: { orders_count: 2, total_sales: 350 },
    this_week: { orders_count: 2, total_sales: 350, points_awarded: 35 },
  });
  const { user } = await ask<Scanned>('POST', '/api/pos/scan-user/', 200, {
    token: staff,
    body: { qr_code: customer.qrCode },
  });
  expect(user.points).toBe(35);
  const day = (await till.call<DayReport>('GET', '/reports/day')).body;
  expect(day.byTender.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
    { kind: 'cash', count: 1, amountMinor: 15_000 },
    { kind: 'online', count: 1, amountMinor: 20_000 },
  ]);
  expect((await till.engine.verify()).problems).toEqual([]);
});
