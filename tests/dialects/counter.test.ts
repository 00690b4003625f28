import { beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import type { Promotion } from '../../shared/api/offers.ts';
import type { DeviceEnrolled } from '../../shared/api/people.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { ask, type DialectRequest } from '../fixtures/dialects.ts';
import { makeProduct, moveTo, ringUp, tamper } from '../fixtures/ring-up.ts';

let till: TestEngine;
let customer: Customer;
let token: string;

async function accessOf(credentials: { username: string; password: string }): Promise<string> {
  const { status, body } = await ask(till, 'POST /api/token/', { json: credentials });
  if (status !== 200) throw new Error(`signing in answered ${status}`);
  return (body as { access: string }).access;
}

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.signInStaff();
  token = await accessOf({ username: 'carlo', password: 'battery staple 9' });
  const made = await till.call<Customer>('POST', '/customers', {
    body: { name: 'Maria Santos', phone: '09171234567', birthday: '1990-04-05' },
  });
  customer = made.body;
});

const call = (what: string, more: DialectRequest = {}) => ask(till, what, { token, ...more });
const post = (path: string, json: unknown) => call(`POST /api/pos/${path}/`, { json });
const refused = (status: number, error: string) => ({ status, body: { error } });

async function promote(more: object = {}): Promise<Promotion> {
  const { status, body } = await till.call<Promotion>('POST', '/promotions', {
    body: {
      title: 'Double noodles',
      effect: { kind: 'percent', percentPpm: 200_000 },
      bonusPoints: 50,
      ...more,
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
async function balance(): Promise<number> {
  return (await till.call<Customer>('GET', `/customers/${customer.id}`)).body.pointsBalance;
}

describe('1.5 scan-user', () => {
  test('tells who it is, keys in order, time with the store’s offset', async () => {
    const { status, body } = await post('scan-user', { qr_code: customer.qrCode });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        success: true,
        user: {
          id: 1,
          username: 'CUST-00001',
          email: '',
          first_name: 'Maria Santos',
          last_name: '',
          phone: customer.phone,
          points: 0,
          date_of_birth: '1990-04-05',
          address: null,
          qr_code: customer.qrCode,
          created_at: '2026-03-02T09:00:00.000000+08:00',
        },
        message: 'Customer Maria Santos identified successfully',
      }),
    );
  });

  test('takes a signed card, and no code that is only like one', async () => {
    const card = await till.call<{ cardCode: string }>('GET', `/customers/${customer.id}/card`);
    const { cardCode } = card.body;
    expect(await post('scan-user', { qr_code: cardCode })).toMatchObject({
      status: 200,
      body: { user: { id: 1 } },
    });
    const unknown = refused(404, 'Invalid QR code. User not found.');
    const forged = `${cardCode.slice(0, -4)}AAAA`;
    const like = [
      customer.qrCode.toLowerCase(),
      ` ${customer.qrCode}`,
      customer.code,
      forged,
      'x',
      5,
      true,
      [1],
      { a: 1 },
    ];
    for (const qr_code of like) expect(await post('scan-user', { qr_code })).toMatchObject(unknown);
  });

  test('asks for a code where none is', async () => {
    const needed = refused(400, 'QR code is required');
    for (const json of [{}, ...[null, '', 0, false, [], {}].map((qr_code) => ({ qr_code }))]) {
      expect(await post('scan-user', json)).toMatchObject(needed);
    }
    expect(await call('POST /api/pos/scan-user/', { form: { qr_code: customer.qrCode } })).toMatchObject({
      status: 200,
    });
    for (const json of [[], null, 'text', 5])
      expect(await post('scan-user', json)).toMatchObject({ status: 400 });
    const broken = { raw: '{', headers: { 'content-type': 'application/json' } };
    const answered = await call('POST /api/pos/scan-user/', broken);
    expect(answered.status).toBe(400);
    expect(JSON.stringify(answered.body)).toContain('JSON parse error - ');
  });
});

describe('1.5 promotions', () => {
  test('scan-promotion: keys in order, and the reasons why not', async () => {
    const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500 });
    const promotion = await promote({
      scope: { kind: 'products', productIds: [bread.id] },
      validFrom: '2026-03-01T00:00:00.000Z',
      validUntil: '2026-03-03T00:00:00.000Z',
      limitPerCustomer: 1,
    });
    const { status, body } = await post('scan-promotion', { qr_code: promotion.qrCode });
    expect([status, JSON.stringify(body)]).toEqual([
      200,
      JSON.stringify({
        success: true,
        promotion: {
          id: 1,
          title: 'Double noodles',
          description: '',
          image: null,
          discount_percentage: '20.00',
          product: 1,
          product_name: 'Bread',
          category: null,
          valid_from: '2026-03-01T08:00:00.000000+08:00',
          valid_until: '2026-03-03T08:00:00.000000+08:00',
          is_active: true,
          qr_code: promotion.qrCode,
          points_reward: 50,
          usage_limit_per_user: 1,
          created_at: '2026-03-02T09:00:00.000000+08:00',
        },
        message: 'Promotion "Double noodles" scanned successfully',
      }),
    ]);
    const read = await call(`GET /api/pos/promotion/${promotion.qrCode}/`);
    expect(read).toMatchObject({ status: 200, body: { is_valid: true, status_message: 'Valid' } });

    const planned = await promote({ validFrom: '2026-04-01T00:00:00.000Z' });
    const ended = await promote({ validUntil: '2026-03-01T00:00:00.000Z' });
    const off = await promote({ isActive: false });
    const notNow = refused(400, 'This promotion has expired or is not yet active');
    const invalid = refused(404, 'Invalid promotion QR code');
    expect(await post('scan-promotion', { qr_code: planned.qrCode })).toMatchObject(notNow);
    expect(await post('scan-promotion', { qr_code: ended.qrCode })).toMatchObject(notNow);
    expect(await post('scan-promotion', { qr_code: off.qrCode })).toMatchObject(invalid);
    expect(await post('scan-promotion', { qr_code: promotion.qrCode.toLowerCase() })).toMatchObject(invalid);
    expect(await post('scan-promotion', {})).toMatchObject(refused(400, 'QR code is required'));
    for (const { qrCode } of [planned, ended, off]) {
      expect(await call(`GET /api/pos/promotion/${qrCode}/`)).toMatchObject({
        status: 200,
        body: { is_valid: false, status_message: 'Expired or Inactive' },
      });
    }
    expect(await call('GET /api/pos/promotion/none/')).toMatchObject(refused(404, 'Promotion not found'));
  });

  test('redeem-promotion: a use and its points, up to the limit', async () => {
    const promotion = await promote({ limitPerCustomer: 1 });
    const codes = { user_qr_code: customer.qrCode, promotion_qr_code: promotion.qrCode };
    const { status, body } = await post('redeem-promotion', { ...codes, order_id: 'abc' });
    expect([status, JSON.stringify(body)]).toEqual([
      201,
      JSON.stringify({
        success: true,
        redemption: {
          id: 1,
          user: 1,
          user_name: 'CUST-00001',
          promotion: 1,
          promotion_title: 'Double noodles',
          order: null,
          points_awarded: 50,
          scanned_by: 'Unknown Cashier',
          redeemed_at: '2026-03-02T09:00:00.000000+08:00',
        },
        points_awarded: 50,
        new_balance: 50,
        message: 'Promotion redeemed successfully! 50 points awarded.',
      }),
    ]);
    expect(await post('redeem-promotion', codes)).toMatchObject(
      refused(400, 'User has already redeemed this promotion the maximum number of times (1)'),
    );
    const both = refused(400, 'Both user QR code and promotion QR code are required');
    expect(await post('redeem-promotion', { user_qr_code: 'x' })).toMatchObject(both);
    expect(await post('redeem-promotion', { promotion_qr_code: 'x' })).toMatchObject(both);
    expect(await post('redeem-promotion', { ...codes, user_qr_code: 'x' })).toMatchObject(
      refused(404, 'Invalid user QR code'),
    );
    expect(await post('redeem-promotion', { ...codes, promotion_qr_code: 5 })).toMatchObject(
      refused(404, 'Invalid promotion QR code'),
    );
    const ended = await promote({ validUntil: '2026-03-01T00:00:00.000Z' });
    expect(await post('redeem-promotion', { ...codes, promotion_qr_code: ended.qrCode })).toMatchObject(
      refused(400, 'This promotion has expired or is not yet active'),
    );
    expect((await call(`GET /api/pos/user/${customer.qrCode}/`)).body).toMatchObject({
      user: { points: 50 },
      recent_transactions: [
        {
          transaction_type: 'bonus',
          description: 'Promotion bonus: Double noodles',
          promotion: 1,
          promotion_title: 'Double noodles',
          order: null,
        },
      ],
    });
    expect((await till.engine.verify()).problems).toEqual([]);
  });

  test('a promotion without points is redeemed without an entry, for an order of the customer', async () => {
    await till.openShift();
    const bread = await makeProduct(till, { name: 'Bread', priceMinor: 500 });
    const { order } = await ringUp(till, {
      lines: [{ product: bread, quantityMilli: 1_000 }],
      customerId: customer.id,
    });
    const promotion = await promote({ bonusPoints: 0 });
    const { status, body } = await post('redeem-promotion', {
      user_qr_code: customer.qrCode,
      promotion_qr_code: promotion.qrCode,
      cashier_name: 'Ana',
      order_id: order.publicId,
    });
    expect([status, body]).toMatchObject([
      201,
      {
        redemption: {
          order: order.publicId,
          order_number: order.receiptNumber,
          scanned_by: 'Ana',
          points_awarded: 0,
        },
        new_balance: 0,
      },
    ]);
    expect((await call(`GET /api/pos/user/${customer.qrCode}/`)).body).toMatchObject({
      recent_transactions: [],
    });
    expect((await till.engine.verify()).problems).toEqual([]);
  });
});

describe('1.5 award-points', () => {
  test('gives points, each time', async () => {
    const { status, body } = await post('award-points', {
      user_qr_code: customer.qrCode,
      points: 25,
      description: 'Birthday',
      cashier_name: 'Ana',
    });
    expect([status, JSON.stringify(body)]).toEqual([
      201,
      JSON.stringify({
        success: true,
        transaction: {
          id: 1,
          user: 1,
          user_name: 'CUST-00001',
          transaction_type: 'bonus',
          points: 25,
          balance_after: 25,
          description: 'Birthday (by Ana)',
          order: null,
          promotion: null,
          created_at: '2026-03-02T09:00:00.000000+08:00',
        },
        new_balance: 25,
        message: '25 points awarded successfully',
      }),
    ]);
    const again = await post('award-points', { user_qr_code: customer.qrCode, points: 1 });
    expect(again).toMatchObject({
      status: 201,
      body: { new_balance: 26, transaction: { description: 'Manual points award (by Unknown Cashier)' } },
    });
    expect((await till.engine.verify()).problems).toEqual([]);
  });

  test('refuses what is no number of points before it looks who it is for', async () => {
    const raw = (points: string) => ({
      raw: `{"user_qr_code":"nobody's","points":${points}}`,
      headers: { 'content-type': 'application/json' },
    });
    const wrong = [
      'null',
      '0',
      '-5',
      '1.5',
      '5.0',
      '"100"',
      'true',
      '1e2',
      '1e400',
      '[1]',
      '{}',
      '99999999999999999999',
    ];
    for (const points of wrong) {
      expect([points, await call('POST /api/pos/award-points/', raw(points))]).toMatchObject([
        points,
        refused(400, 'Points must be a positive integer'),
      ]);
    }
    expect(await post('award-points', { points: 0 })).toMatchObject(refused(400, 'User QR code is required'));
    expect(await post('award-points', { user_qr_code: 'x' })).toMatchObject(
      refused(400, 'Points must be a positive integer'),
    );
    expect(await post('award-points', { user_qr_code: 'x', points: 5 })).toMatchObject(
      refused(404, 'Invalid user QR code'),
    );
    for (const description of ['a\0b', '\ud800', ['x'], true, 'x'.repeat(201)]) {
      const answered = await post('award-points', { user_qr_code: customer.qrCode, points: 5, description });
      expect(answered.status).toBe(400);
    }
    expect(await balance()).toBe(0);
  });
});

describe('1.5 process-order-points', () => {
  const process = (json: object) => post('process-order-points', { user_qr_code: customer.qrCode, ...json });

  test('a tenth of the total, rounded down, in the original’s words', async () => {
    const { status, body } = await process({ order_total: 250.5 });
    expect([status, JSON.stringify(body)]).toEqual([
      201,
      JSON.stringify({
        success: true,
        transaction: {
          id: 1,
          user: 1,
          user_name: 'CUST-00001',
          transaction_type: 'earned',
          points: 25,
          balance_after: 25,
          description: 'Purchase points: ₱250.50',
          order: null,
          promotion: null,
          created_at: '2026-03-02T09:00:00.000000+08:00',
        },
        points_earned: 25,
        new_balance: 25,
        message: '25 points earned from purchase!',
      }),
    ]);
    expect(await process({ order_total: '9.99' })).toMatchObject({
      status: 201,
      body: { points_earned: 0, new_balance: 25 },
    });
    expect(await process({ order_total: '1e2' })).toMatchObject({ body: { points_earned: 10 } });
    expect(await process({ order_total: '99.999' })).toMatchObject({ body: { points_earned: 9 } });
    expect((await till.engine.verify()).problems).toEqual([]);
  });

  test('refuses what is no total', async () => {
    const wrong = [
      'null',
      '0',
      '-5',
      '"abc"',
      '""',
      '"Infinity"',
      '"NaN"',
      'true',
      '[1]',
      '{}',
      '1e400',
      '"1e400"',
      '1e17',
      '"0.0"',
      '"1_0"',
    ];
    for (const total of wrong) {
      const answered = await call('POST /api/pos/process-order-points/', {
        raw: `{"user_qr_code":"x","order_total":${total}}`,
        headers: { 'content-type': 'application/json' },
      });
      expect([total, answered]).toMatchObject([total, refused(400, 'Order total must be a positive number')]);
    }
    expect(await post('process-order-points', {})).toMatchObject(refused(400, 'User QR code is required'));
    expect(await post('process-order-points', { user_qr_code: 'x', order_total: 1 })).toMatchObject(
      refused(404, 'Invalid user QR code'),
    );
    for (const order_id of [true, [1], { a: 1 }, 1.5, '\ud800', 'x'.repeat(201)]) {
      expect(await process({ order_total: 100, order_id })).toMatchObject(
        refused(400, 'Order ID must be an integer'),
      );
    }
    expect(await balance()).toBe(0);
  });

  test('7 #19: the same order earns once, also when it is asked 16 times at once', async () => {
    const first = await process({ order_total: 100, order_id: 4711 });
    const again = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        process({ order_total: 100 + index, order_id: index % 2 === 0 ? 4711 : '04711' }),
      ),
    );
    for (const answer of again) expect([answer.status, answer.body]).toEqual([201, first.body]);
    expect(await balance()).toBe(10);
    const others = ['abc', 'ABC', '9223372036854775808'];
    const asked = await Promise.all(
      [...others, ...others].map((order_id) => process({ order_total: 50, order_id })),
    );
    expect(asked.map(({ status }) => status)).toEqual(Array<number>(6).fill(201));
    expect(await balance()).toBe(25);
    await process({ order_total: 50 });
    await process({ order_total: 50, order_id: null });
    await process({ order_total: 50, order_id: '' });
    expect(await balance()).toBe(40);
    expect((await till.engine.verify()).problems).toEqual([]);
  });

  test('7 #19: an order that earned at the checkout earns no more', async () => {
    await till.openShift();
    const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500 });
    const mine = await ringUp(till, {
      lines: [{ product: bread, quantityMilli: 4_000 }],
      customerId: customer.id,
    });
    const nobodys = await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
    const { order } = mine;
    expect(await process({ order_total: 9_999, order_id: order.publicId })).toMatchObject({
      status: 201,
      body: {
        points_earned: 22,
        new_balance: 22,
        transaction: { order: order.publicId, order_number: order.receiptNumber, transaction_type: 'earned' },
      },
    });
    expect(await process({ order_total: 100, order_id: nobodys.order.publicId })).toMatchObject({
      status: 201,
      body: { points_earned: 10, new_balance: 32, transaction: { order: null } },
    });
    expect((await till.engine.verify()).problems).toEqual([]);
  });

  test('an order of the web that is not paid earns here, and not again as a sale', async () => {
    tamper(till, "UPDATE accounts SET customer_row_id = 1 WHERE username = 'carlo'");
    const placed = await call('POST /api/orders/', {
      json: { product_name: 'Box', quantity: 1, price: '300' },
    });
    const { id } = placed.body as { id: number };
    expect(await process({ order_total: 300, order_id: id })).toMatchObject({
      body: { points_earned: 30, transaction: { order: id, order_number: String(id) } },
    });
    await call('POST /api/orders/payments/', { json: { order: id, amount: 300 } });
    await call('PUT /api/orders/payments/1/', { json: { status: 'completed' } });
    expect(await balance()).toBe(30);
    expect(await process({ order_total: 300, order_id: String(id) })).toMatchObject({
      body: { points_earned: 30, new_balance: 30 },
    });
    expect((await till.engine.verify()).problems).toEqual([]);
  });
});

test('1.5 GET user: the latest five entries, newest first; 404 for nobody’s code', async () => {
  for (let points = 1; points <= 7; points += 1) {
    await post('award-points', { user_qr_code: customer.qrCode, points });
  }
  const { body } = await call(`GET /api/pos/user/${customer.qrCode}`);
  const { recent_transactions: recent } = body as { recent_transactions: { points: number }[] };
  expect(recent.map(({ points }) => points)).toEqual([7, 6, 5, 4, 3]);
  expect(await call('GET /api/pos/user/nobody/')).toMatchObject(refused(404, 'User not found'));
});

test('points that are taken back are shown as an adjustment', async () => {
  await post('award-points', { user_qr_code: customer.qrCode, points: 5 });
  tamper(till, "UPDATE points_entries SET kind = 'reversed'");
  expect((await call(`GET /api/pos/user/${customer.qrCode}/`)).body).toMatchObject({
    recent_transactions: [{ transaction_type: 'adjusted' }],
  });
});

describe('7 #16 and #17: who may', () => {
  const scan = (more: DialectRequest) =>
    ask(till, 'POST /api/pos/scan-user/', { json: { qr_code: customer.qrCode }, ...more });

  test('staff by either token, and devices; nobody else', async () => {
    const missing = refused(401, 'Authentication token is missing');
    const invalid = refused(401, 'Invalid or expired token');
    expect(await scan({})).toMatchObject(missing);
    for (const authorization of [
      `bearer ${token}`,
      `Token ${token}`,
      'Bearer',
      'Bearer ',
      `Bearer  ${token}`,
    ]) {
      expect(await scan({ headers: { authorization } })).toMatchObject(missing);
    }
    expect(await scan({ token: 'rubbish' })).toMatchObject(invalid);
    expect(await scan({ token: `SKD1.${'A'.repeat(43)}` })).toMatchObject(invalid);
    expect((await scan({})).headers.get('www-authenticate')).toBeNull();
    expect((await scan({ token })).status).toBe(200);
    const session = await till.call<{ accessToken: string }>('POST', '/sessions', {
      token: null,
      body: { username: testShop.owner.username, password: testShop.owner.password },
    });
    expect((await scan({ token: session.body.accessToken })).status).toBe(200);
    const enrolled = await till.call<DeviceEnrolled>('POST', '/devices', { body: { name: 'Kiosk' } });
    expect((await scan({ token: enrolled.body.key })).status).toBe(200);
    await till.call('POST', `/devices/${enrolled.body.device.id}/revoke`);
    expect(await scan({ token: enrolled.body.key })).toMatchObject(invalid);
  });

  test('the journal names the device that gave points', async () => {
    const { body: enrolled } = await till.call<DeviceEnrolled>('POST', '/devices', {
      body: { name: 'Kiosk' },
    });
    const json = { user_qr_code: customer.qrCode, points: 5 };
    expect((await ask(till, 'POST /api/pos/award-points/', { json, token: enrolled.key })).status).toBe(201);
    const { body } = await till.call<{ items: { actor: string }[] }>('GET', '/journal?kind=points.changed');
    expect(body.items[0]?.actor).toBe('Kiosk');
  });
});

test('1.1: wrong methods, missing slashes', async () => {
  const wrong = await call('GET /api/pos/scan-user/');
  expect([wrong.status, wrong.body, wrong.headers.get('allow')]).toEqual([
    405,
    { detail: 'Method "GET" not allowed.' },
    'POST, OPTIONS',
  ]);
  const post = await call('POST /api/pos/dashboard/');
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, OPTIONS']);
  expect((await call('POST /api/pos/scan-user', { json: { qr_code: customer.qrCode } })).status).toBe(200);
  await moveTo(till, '2026-03-02T01:01:00.000Z');
});

test('a sale that the checkout gave no points for gets none here either, whatever total is told', async () => {
  await till.openShift();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_000, pointsMultiplierPpm: 0 });
  const { order } = await ringUp(till, {
    lines: [{ product: bread, quantityMilli: 1_000 }],
    customerId: customer.id,
  });
  const told = { user_qr_code: customer.qrCode, order_total: 1_000, order_id: order.publicId };
  const first = await post('process-order-points', told);
  expect(first).toMatchObject({ status: 201, body: { points_earned: 0, new_balance: 0 } });
  expect((await post('process-order-points', told)).body).toEqual(first.body);
  expect(await balance()).toBe(0);
  expect((await till.engine.verify()).problems).toEqual([]);
});
