import { expect, test, type Page } from '@playwright/test';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { demoOwner } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { serveWebShop, type WebShop } from './support/web-shop.ts';

type Said = { status: number; body: Record<string, unknown> };
type Shop = {
  refreshes: number;
  tokens: { access: string; refresh: string };
  send(method: string, path: string, body?: object, token?: string): Promise<Said>;
  signIn(username: string, password: string): Promise<number>;
  call(method: string, path: string, body?: object): Promise<Said>;
};
declare const window: { shop: Shop; api: string };

const accessSeconds = 3;
const person = { username: 'webby', email: 'webby@example.com', password: 'Kathmandu-2026' };

let till: Till;
let owner: ApiClient;
let shop: WebShop;
let stranger: WebShop;
test.beforeAll(async () => {
  till = await startTill({ demo: true });
  owner = await signInToApi(till, demoOwner);
  shop = await serveWebShop([8080, 0]);
  stranger = await serveWebShop([0]);
  await owner.call('PATCH', '/settings', { api: { accessSeconds } });
  const settings = await owner.call<{ doors: { allowedOrigins: string[] } }>('GET', '/settings');
  const { allowedOrigins } = settings.doors;
  if (!allowedOrigins.includes(shop.origin)) {
    await owner.call('PATCH', '/settings', { doors: { allowedOrigins: [...allowedOrigins, shop.origin] } });
  }
});
test.afterAll(async () => {
  shop.close();
  stranger.close();
  await till.remove();
});

async function openShop(page: Page, { origin }: WebShop): Promise<void> {
  await page.goto(origin);
  await page.evaluate((url) => void (window.api = url), till.url);
}

const register = (page: Page) =>
  page.evaluate(
    ({ username, email, password }) =>
      window.shop.send('POST', '/api/accounts/auth/registration/', {
        username,
        email,
        password1: password,
        password2: password,
      }),
    person,
  );

test('a page of a listed origin signs in, its token expires, refresh and retry work', async ({ page }) => {
  await openShop(page, shop);
  expect((await register(page)).status).toBe(201);
  const signedIn = await page.evaluate(
    ({ username, password }) => window.shop.signIn(username, password),
    person,
  );
  expect(signedIn).toBe(200);
  const profile = await page.evaluate(() => window.shop.call('GET', '/api/accounts/profile/'));
  expect(profile).toMatchObject({ status: 200, body: { email: person.email } });
  const order = await page.evaluate(() =>
    window.shop.call('POST', '/api/orders/', { product_name: 'Cake', quantity: 1, price: '250.00' }),
  );
  expect(order).toMatchObject({ status: 201, body: { status: 'pending', total_price: '250.00' } });
  expect(await page.evaluate(() => window.shop.refreshes)).toBe(0);

  await page.waitForTimeout((accessSeconds + 1) * 1000);
  const stale = await page.evaluate(() =>
    window.shop.send('GET', '/api/orders/history/', undefined, window.shop.tokens.access),
  );
  expect(stale).toMatchObject({ status: 401, body: { code: 'token_not_valid' } });
  const history = await page.evaluate(() => window.shop.call('GET', '/api/orders/history/'));
  expect(history).toMatchObject({ status: 200, body: [{ id: order.body['id'] }] });
  expect(await page.evaluate(() => window.shop.refreshes)).toBe(1);
});

test('a page of a listed origin reads refusals too: 400, 401, 404 and 405', async ({ page }) => {
  await openShop(page, shop);
  const statuses = await page.evaluate(async () => {
    const asked: [string, string, object | undefined][] = [
      ['POST', '/api/token/', {}],
      ['POST', '/auth/register/', { username: 'x', email: 'x@example.com', password: 'y', role: 'root' }],
      ['GET', '/api/nothing/', undefined],
      ['DELETE', '/api/token/', undefined],
      ['POST', '/api/users/login/', { login: 'nobody', password: 'x' }],
    ];
    const said: number[] = [];
    for (const [method, path, body] of asked) said.push((await window.shop.send(method, path, body)).status);
    return said;
  });
  expect(statuses).toEqual([400, 400, 404, 405, 401]);
});

test('a page of another origin reads nothing, though the till listens', async ({ page }) => {
  await openShop(page, stranger);
  const outcome = await page.evaluate(async () => {
    const tries: Record<string, () => Promise<unknown>> = {
      'a simple GET': () => fetch(`${window.api}/api/token/`),
      'a form': () =>
        fetch(`${window.api}/api/token/`, {
          method: 'POST',
          body: new URLSearchParams({ username: 'webby' }),
        }),
      JSON: () => window.shop.send('POST', '/api/token/', { username: 'webby', password: 'x' }),
      'a bearer': () => window.shop.send('GET', '/api/accounts/profile/', undefined, 'x'),
      'the till’s own interface': () => fetch(`${window.api}/api/v1/health`),
    };
    const said: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(tries)) {
      said[name] = await attempt().then(
        () => 'was read',
        (error: unknown) => (error instanceof TypeError ? 'blocked' : String(error)),
      );
    }
    return said;
  });
  expect(new Set(Object.values(outcome))).toEqual(new Set(['blocked']));
});

test('a page of another origin gives nobody points where access is open', async ({ page }) => {
  const { id, qrCode } = await owner.call<{ id: string; qrCode: string }>('POST', '/customers', {
    name: 'Carla',
  });
  const points = async () =>
    (await owner.call<{ pointsBalance: number }>('GET', `/customers/${id}`)).pointsBalance;
  await openShop(page, stranger);
  await page.evaluate(async (code) => {
    const body = new URLSearchParams({ user_qr_code: code, order_total: '5000' });
    await fetch(`${window.api}/api/pos/process-order-points/`, { method: 'POST', body, mode: 'no-cors' });
  }, qrCode);
  expect(await points()).toBe(0);

  // It is open: a page of a listed origin, without a login, is heard.
  await openShop(page, shop);
  const heard = await page.evaluate(
    (code) =>
      window.shop.send('POST', '/api/pos/process-order-points/', { user_qr_code: code, order_total: 5000 }),
    qrCode,
  );
  expect(heard.status).toBe(201);
  expect(await points()).toBe(500);
});
