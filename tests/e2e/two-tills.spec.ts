import type { SyncCode, SyncProof, SyncStatus } from '../../shared/api/sync.ts';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { scan } from './support/scan.ts';
import { setUpTill } from './support/set-up-till.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { signInByPin } from './support/sign-in.ts';
import { startCloud, type RunningCloud } from './support/start-cloud.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

/*
 * Two tills and the cloud as real processes. Both sell while the cloud is down; when it is back, each shows what the other
 * sold, and the statement is the same on both sides.
 */
const owner = { username: 'olivia', displayName: 'Olivia Owner', password: 'correct horse 7', pin: '2580' };

let cloud: RunningCloud;
let front: Till;
let back: Till;
let atFront: ApiClient;
let atBack: ApiClient;
let rice: ShelfProduct;

test.beforeAll(async () => {
  [cloud, front, back] = await Promise.all([startCloud(), startTill(), startTill()]);
  atFront = await setUp(front);
  rice = await addProduct(atFront, 'Sinandomeng rice 5 kg', 28_900);
  await atFront.call('POST', '/sync/join', { url: cloud.url, code: cloud.code, name: 'Front' });
  atBack = await setUp(back);
  const { code } = await atFront.call<SyncCode>('POST', '/sync/codes', { registerName: 'Back' });
  await atBack.call('POST', '/sync/join', { url: cloud.url, code, name: 'Back' });
});
test.afterAll(async () => {
  await Promise.all([cloud.remove(), front.remove(), back.remove()]);
});

async function setUp(till: Till): Promise<ApiClient> {
  await setUpTill(till, owner);
  const api = await signInToApi(till, owner);
  await api.call('POST', '/shifts', { id: crypto.randomUUID(), floatMinor: 100_000 });
  return api;
}

const statusOf = (api: ApiClient) => api.call<SyncStatus>('GET', '/sync');

/** A sale as a cashier makes it: scan, exact cash. Gives its receipt number. */
async function sellRice(page: Page, till: Till): Promise<string> {
  await signInByPin(page, till.url, owner.pin);
  await scan(page, rice.barcode);
  await expect(page.getByTestId('total')).toHaveText('₱289.00');
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
  const [number] = await page
    .getByText(/S\d+-T\d+-A-\d{6}/)
    .first()
    .allInnerTexts();
  const found = /S\d+-T\d+-A-\d{6}/.exec(number ?? '')?.[0];
  if (found === undefined) throw new Error('the sale shows no receipt number');
  return found;
}

test('both sell with the cloud down; when it is back each shows the other’s sales, and the statements match', async ({
  page,
  browser,
}) => {
  await expect
    .poll(async () => (await atBack.call<{ total: number }>('GET', '/products?limit=1')).total)
    .toBe(1);
  await cloud.kill();
  const other = await browser.newPage();
  const atTheFront = await sellRice(page, front);
  const atTheBack = await sellRice(other, back);
  expect(atTheFront).not.toBe(atTheBack);
  await expect.poll(async () => (await statusOf(atFront)).waiting).toBeGreaterThan(0);
  expect((await statusOf(atFront)).state).toBe('offline');

  await cloud.startAgain();
  for (const api of [atFront, atBack]) {
    await api.call('POST', '/sync/now');
    await expect.poll(async () => (await statusOf(api)).waiting, { timeout: 30_000 }).toBe(0);
  }
  for (const [api, number] of [
    [atFront, atTheBack],
    [atBack, atTheFront],
  ] as const) {
    await api.call('POST', '/sync/now');
    await expect
      .poll(
        async () =>
          (await api.call<{ items: { receiptNumber: string }[] }>('GET', '/orders')).items.map(
            ({ receiptNumber }) => receiptNumber,
          ),
        { timeout: 30_000 },
      )
      .toContain(number);
  }
  await page.goto(`${front.url}/sales`);
  await expect(page.getByText(atTheBack)).toBeVisible();
  await other.goto(`${back.url}/sales`);
  await expect(other.getByText(atTheFront)).toBeVisible();
  for (const api of [atFront, atBack]) {
    const proof = await api.call<SyncProof>('POST', '/sync/prove');
    expect(proof).toMatchObject({ matches: true, waiting: 0, forReview: 0 });
    expect(proof.sales.here).toEqual({ count: 1, totalMinor: 28_900 });
    expect(proof.sales.there).toEqual(proof.sales.here);
  }
  await other.close();
});

test('what another till added shows on the open page by itself', async ({ page }) => {
  await signInByPin(page, front.url, owner.pin);
  await page.goto(`${front.url}/products`);
  await expect(page.getByText('Sinandomeng rice 5 kg')).toBeVisible();
  await addProduct(atBack, 'Brown rice 5 kg', 31_900);
  await atBack.call('POST', '/sync/now');
  await atFront.call('POST', '/sync/now');
  await expect(page.getByText('Brown rice 5 kg')).toBeVisible({ timeout: 30_000 });
});

test('a till that was taken off the list says so, and joins again with all that it sold meanwhile', async ({
  page,
}) => {
  const known = (await statusOf(atBack)).joined?.register.id ?? '';
  await atFront.call('POST', `/sync/registers/${known}/revoke`);
  await sellRice(page, back);
  await page.goto(`${back.url}/sync`);
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.keyboard.press('j');
  const joining = page.getByRole('dialog', { name: 'Join a shop’s cloud' });
  await expect(joining.getByLabel('Address of the cloud')).toHaveValue(cloud.url);
  await expect(joining.getByLabel('One-time code')).toBeFocused();
  const { code } = await atFront.call<SyncCode>('POST', '/sync/codes', { registerName: 'Back again' });
  await joining.getByLabel('One-time code').fill(code);
  await page.keyboard.press('Enter');
  await expect(joining).toBeHidden();
  await expect(page.getByText('All that was sold is with the cloud.')).toBeVisible({ timeout: 30_000 });
  expect(await atBack.call<SyncProof>('POST', '/sync/prove')).toMatchObject({
    matches: true,
    sales: { here: { count: 2 }, there: { count: 2 } },
  });
});
