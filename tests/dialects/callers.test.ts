import { expect, test } from 'vitest';
import {
  bearer,
  counter,
  customerBearer,
  ignored,
  open,
  staffBearer,
} from '../../electron/engine/api/dialects/bearer.ts';
import { dialectRoutes } from '../../electron/engine/api/dialects/index.ts';
import type { AnyDialectRoute } from '../../electron/engine/api/dialects/dialect-route.ts';
import { openCustomerToken } from '../../electron/engine/people/index.ts';
import { ask } from '../fixtures/dialects.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';

type Status = 'in' | 401 | 403;
type Cell = Record<
  'nobody' | 'rubbish' | 'customer002' | 'customer' | 'staff' | 'admin' | 'till' | 'device',
  Status
>;

const all = (status: Status): Cell => ({
  nobody: status,
  rubbish: status,
  customer002: status,
  customer: status,
  staff: status,
  admin: status,
  till: status,
  device: status,
});
const accounts = { customer: 'in', staff: 'in', admin: 'in' } as const;

/** Who is let in by each way of calling: `till` is an access token of /api/v1. */
const expected = new Map<unknown, Cell>([
  [ignored, all('in')],
  [open, { ...all(401), ...accounts, nobody: 'in' }],
  [bearer, { ...all(401), ...accounts }],
  [staffBearer, { ...all(401), ...accounts, customer: 403 }],
  [customerBearer, { ...all(401), customer002: 'in' }],
  [
    counter,
    { ...all(401), customer002: 403, customer: 403, staff: 'in', admin: 'in', till: 'in', device: 'in' },
  ],
]);

async function tokensOf(till: TestEngine): Promise<Record<Exclude<keyof Cell, 'nobody'>, string>> {
  const admin = await till.setUp();
  const access = async (username: string, password: string) => {
    const { body } = await ask(till, 'POST /api/token/', { json: { username, password } });
    return (body as { access: string }).access;
  };
  const owner = await access(testShop.owner.username, testShop.owner.password);
  const register = (username: string, role: string) =>
    ask(till, 'POST /auth/register/', {
      json: { username, email: `${username}@example.com`, password: 'x1', role },
      token: owner,
    });
  await register('maria', 'customer');
  await register('clerk', 'staff');
  const account = { row_id: 2, session_epoch: 0, username: 'maria', email: 'maria@example.com' };
  const customer002 = await openCustomerToken(till.engine.context, account, 'CUST-00001');
  const device = await till.call<{ key: string }>('POST', '/devices', { body: { name: 'Scanner' } });
  return {
    rubbish: 'rubbish',
    customer002: customer002.ok ? customer002.value : '',
    customer: await access('maria', 'x1'),
    staff: await access('clerk', 'x1'),
    admin: owner,
    till: admin,
    device: device.body.key,
  };
}

/** Logins of 004 and 002 answer an empty body with a 401 of their own; what matters there is that nobody differs. */
function isLetIn(route: AnyDialectRoute, status: number): boolean {
  return route.path.endsWith('/login/') ? status < 500 : ![401, 403].includes(status) && status < 500;
}

test('every route of the dialects lets in exactly whom its way of calling names', async () => {
  const till = await openTestEngine();
  const tokens = await tokensOf(till);
  let cells = 0;
  for (const route of dialectRoutes) {
    const path = route.path.replaceAll('{id}', '999').replaceAll(/\{\w+\}/g, 'X');
    for (const [caller, may] of Object.entries(expected.get(route.auth) ?? {})) {
      const token = caller === 'nobody' ? {} : { token: tokens[caller as keyof typeof tokens] };
      const body = route.method === 'GET' ? {} : { json: {} };
      const { status } = await ask(till, `${route.method} ${path}`, { ...token, ...body });
      const cell = `${route.method} ${route.path} by ${caller}: ${status}`;
      if (may === 'in') expect([cell, isLetIn(route, status)]).toEqual([cell, true]);
      else expect([cell, status]).toEqual([cell, may]);
      cells += 1;
    }
  }
  expect(cells).toBe(dialectRoutes.length * 8);
});

test('#17: open access lets callers on this computer to the counter, and no page of a foreign origin', async () => {
  const till = await openTestEngine();
  await till.setUp();
  const scan = (more: object = {}) => ask(till, 'POST /api/pos/scan-user/', { json: {}, ...more });
  expect((await scan()).status).toBe(401);
  await till.call('PATCH', '/settings', { body: { api: { openAccess: true } } });
  const far = { door: { name: 'network', remoteAddress: '192.168.1.9' } };
  expect((await scan()).status).toBe(400);
  expect((await scan({ token: 'rubbish' })).status).toBe(400);
  expect((await scan({ headers: { origin: 'http://localhost:8080' } })).status).toBe(400);
  expect((await scan({ headers: { origin: 'https://evil.example' } })).status).toBe(401);
  expect((await scan({ headers: { origin: 'null' } })).status).toBe(401);
  expect((await scan(far)).status).toBe(401);
});

test('a device is let in until its key is revoked, at once', async () => {
  const till = await openTestEngine();
  await till.setUp();
  const enrolled = await till.call<{ key: string; device: { id: string } }>('POST', '/devices', {
    body: { name: 'Scanner' },
  });
  const { key, device } = enrolled.body;
  expect(key).toMatch(/^SKD1\.[\w-]{43}$/);
  const scan = () => ask(till, 'POST /api/pos/scan-user/', { json: {}, token: key });
  expect((await scan()).status).toBe(400);
  const listed = await till.call<{ items: { lastSeenAt: string | null }[] }>('GET', '/devices');
  expect(listed.body.items).toMatchObject([{ name: 'Scanner', revokedAt: null }]);
  expect(JSON.stringify(listed.body)).not.toContain(key);
  await till.call('POST', `/devices/${device.id}/revoke`);
  expect(await scan()).toMatchObject({ status: 401, body: { error: 'Invalid or expired token' } });
  await till.call('POST', `/devices/${device.id}/revoke`);
  const { body } = await till.call<{ items: { kind: string }[] }>('GET', '/journal?limit=5');
  expect(body.items.filter(({ kind }) => kind === 'device.revoked')).toHaveLength(1);
});
