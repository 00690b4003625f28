import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumArguments, findChromium } from '../find-chromium.ts';
import type { Customer, PointsEntry } from '../../shared/api/customers.ts';
import type { Order } from '../../shared/api/orders.ts';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { verifyBooks } from './support/commands.ts';
import { pesos } from './support/money.ts';
import { cardCodeOf, givePoints, makePromotion, makeReward, openScheme } from './support/offers.ts';
import { writeQrVideo } from './support/qr-video.ts';
import { scan, typeByHand } from './support/scan.ts';
import { cartLine } from './support/sell-screen.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { repository, startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

// The browser is told the film's name before any test runs, so the folder has a fixed one.
const folder = join(repository, 'test-results', 'loyalty');
const cameraFilm = join(folder, 'camera.y4m');

test.use({
  launchOptions: {
    executablePath: findChromium()?.path ?? '',
    args: [
      ...chromiumArguments,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFilm}`,
    ],
  },
});

let till: Till;
let api: ApiClient;
let soap: ShelfProduct;
let rice: ShelfProduct;

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  await openScheme(api);
  soap = await addProduct(api, 'Perla laundry soap', 5_000);
  rice = await addProduct(api, 'Sinandomeng rice 5 kg', 30_000);
});
test.afterAll(async () => {
  await till.remove();
  rmSync(folder, { recursive: true, force: true });
});
test.beforeEach(({ page }) => signInByPin(page, till.url, demoOwner.pin));

test('card and coupon are shown to the camera, half is paid with points, and every book agrees', async ({
  page,
}) => {
  const liza = await addCustomer('Liza Soberano', 4_000);
  const coupon = await makePromotion(api, {
    title: 'Soap at 10 % off',
    effect: { kind: 'percent', percentPpm: 100_000 },
    scope: { kind: 'products', productIds: [soap.id] },
    needsCode: true,
    bonusPoints: 5,
  });
  // 50.00 less 10 %, and 300.00.
  const totalMinor = 34_500;

  await test.step('her card is shown to the camera', async () => {
    await showToCamera(page, await cardCodeOf(api, liza.id));
    const chip = page.getByRole('button', { name: 'Change the customer: Liza Soberano' });
    await expect(chip).toContainText('Silver', { timeout: 20_000 });
    await expect(chip).toContainText('4,000 points');
    await expect(chip).toContainText(`worth ${pesos(40_000)}`);
  });
  await test.step('two products are scanned, and the promotion is shown to the camera', async () => {
    for (const { barcode, name } of [soap, rice]) {
      await scan(page, barcode);
      await expect(cartLine(page, name)).toBeVisible();
    }
    await showToCamera(page, coupon.qrCode);
    await expect(notice(page)).toContainText('Soap at 10 % off counts', { timeout: 20_000 });
    await expect(notice(page)).toContainText(`saves ${pesos(500)}`);
    await expect(cartLine(page, soap.name)).toContainText('−5.00 Soap at 10 % off');
    await expect(page.getByTestId('total')).toHaveText(pesos(totalMinor));
  });
  await test.step('half is paid with points, the rest in cash', async () => {
    await openPayment(page);
    await payWithPoints(page);
    await page.getByRole('button', { name: /^Half/ }).click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Taken so far' })).toContainText('1,725 points × 0.10');
    await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(17_250));
    // By hand: a second Enter right after the points were taken counts for them.
    await typeByHand(page, '200.00');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Sale stored')).toBeVisible();
    await expect(page.getByTestId('change-due')).toHaveText(pesos(2_750));
  });

  const order = await test.step('the sale in the books is the one on the screen', async () => {
    const { items } = await api.call<{ items: { id: string }[] }>('GET', `/customers/${liza.id}/orders`);
    const stored = await api.call<Order>('GET', `/orders/${only(items).id}`);
    expect(stored).toMatchObject({
      totalMinor,
      discountMinor: 500,
      pointsSpent: 1_725,
      promotions: [{ promotionId: coupon.id, discountMinor: 500, bonusPoints: 5 }],
      tenders: [
        { kind: 'points', amountMinor: 17_250 },
        { kind: 'cash', amountMinor: 17_250 },
      ],
    });
    // 1 per 10.00 of the half in cash, × 1.5 for silver, and 5 of the promotion.
    expect(stored.pointsEarned).toBe(25 + 5);
    expect(stored.pointsBalanceAfter).toBe(4_000 - 1_725 + 30);
    return stored;
  });
  await test.step('the screen, the receipt and the ledger say the same', async () => {
    for (const [label, figure] of [
      ['Points spent', '−1,725'],
      ['Points earned', '+30'],
      ['Points now', '2,305'],
    ] as const)
      await expect(page.getByRole('term').filter({ hasText: label }).locator('..')).toContainText(figure);
    const { blocks } = await api.call<{ blocks: unknown[] }>('GET', `/orders/${order.id}/receipt`);
    expect(JSON.stringify(blocks)).toContain('Soap at 10 % off');
    expect(JSON.stringify(blocks)).toContain('2305');
    const ledger = await api.call<{ items: PointsEntry[] }>('GET', `/customers/${liza.id}/points`);
    const ofSale = ledger.items.filter(({ orderId }) => orderId === order.id);
    expect(ofSale.map(({ kind, points }) => `${kind} ${points}`).sort()).toEqual([
      'bonus 5',
      'earned 25',
      'redeemed -1725',
    ]);
    expect(ledger.items[0]?.balanceAfter).toBe(2_305);
    expect(await api.call<Customer>('GET', `/customers/${liza.id}`)).toMatchObject({ pointsBalance: 2_305 });
  });
  await test.step('a program at the counter is told the same', async () => {
    // The demonstration lets programs of its own computer ask without a token.
    const answer = await fetch(`${till.url}/api/pos/user/${liza.qrCode}/`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      user: { qr_code: liza.qrCode, points: 2_305 },
      recent_transactions: expect.arrayContaining([
        expect.objectContaining({ transaction_type: 'redeemed', points: -1_725, order: order.publicId }),
        expect.objectContaining({ transaction_type: 'earned', points: 25, order: order.publicId }),
        expect.objectContaining({ transaction_type: 'bonus', points: 5, promotion: coupon.number }),
      ]),
    });
  });
  await test.step('the books are whole', async () => {
    await page.keyboard.press('Enter');
    expect(verifyBooks(till.dataDir).said).toContain('All is well');
  });
});

test('a coupon is typed, taken off, and brought back by undo; a reward is taken by one press', async ({
  page,
}) => {
  const ben = await addCustomer('Ben Dover', 600);
  await makePromotion(api, {
    title: 'Rice coupon',
    effect: { kind: 'amount', amountMinor: 2_000 },
    scope: { kind: 'products', productIds: [rice.id] },
    needsCode: true,
    couponCode: 'RICE20',
  });
  await makeReward(api, { title: '₱50 less', points: 500, effect: { kind: 'amount', amountMinor: 5_000 } });
  await scan(page, ben.qrCode);
  await scan(page, soap.barcode);
  await scan(page, rice.barcode);
  await typeByHand(page, 'rice20');
  await expect(page.getByText('The coupon of “Rice coupon”')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('total')).toHaveText(pesos(33_000));
  await page.getByRole('button', { name: /^Take off this sale: Rice coupon/ }).click();
  await expect(page.getByTestId('total')).toHaveText(pesos(35_000));
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('total')).toHaveText(pesos(33_000));
  await page.getByRole('button', { name: /^Take the reward: ₱50 less/ }).click();
  await expect(page.getByTestId('total')).toHaveText(pesos(28_000));

  await page.keyboard.press('Control+e');
  const why = page.getByRole('dialog', { name: 'Why this price' });
  await expect(why).toContainText('Rice coupon');
  await expect(why).toContainText('reward for 500 points');
  await why.getByRole('button', { name: 'Give back the reward ₱50 less' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('total')).toHaveText(pesos(33_000));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
  const buyer = await api.call<Customer>('GET', `/customers/${ben.id}`);
  // 600 less 500, and 42 earned: 28 × 1.5 for silver.
  expect(buyer.pointsBalance).toBe(142);
  await page.keyboard.press('Enter');
});

test('forged and revoked cards are refused in words, and nobody is on the sale', async ({ page }) => {
  const carla = await addCustomer('Carla Abellana', 0);
  const card = await cardCodeOf(api, carla.id);
  await scan(page, `${card.slice(0, -8)}AAAAAAAA`);
  await expect(notice(page)).toContainText('This card is not one of ours.');
  await api.call('POST', `/customers/${carla.id}/card/revoke`);
  await scan(page, card);
  await expect(notice(page)).toContainText('This card was revoked.');
  await expect(page.getByText('No customer', { exact: true })).toBeVisible();
  await scan(page, await cardCodeOf(api, carla.id));
  await expect(page.getByRole('button', { name: 'Change the customer: Carla Abellana' })).toBeVisible();
});

test('points that were spent elsewhere meanwhile are asked about, and nothing is stored', async ({
  page,
}) => {
  const dina = await addCustomer('Dina Bonnevie', 1_000);
  await scan(page, dina.qrCode);
  await scan(page, soap.barcode);
  await openPayment(page);
  await payWithPoints(page);
  await expect(page.getByLabel('Points to use')).toHaveAttribute('placeholder', '500');
  await api.call('POST', `/customers/${dina.id}/points`, {
    id: crypto.randomUUID(),
    kind: 'adjusted',
    points: -900,
    reason: 'Spent in the other shop',
  });
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'There are not enough points' });
  await expect(dialog).toContainText('Dina Bonnevie has 100 points now.');
  await expect(dialog.getByRole('button', { name: 'Back to the payment' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(soap.priceMinor));
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
  await page.keyboard.press('Enter');
});

test('a double click takes points once, and no cash that nobody handed over', async ({ page }) => {
  const ella = await addCustomer('Ella Cruz', 1_000);
  await scan(page, ella.qrCode);
  await scan(page, soap.barcode);
  await openPayment(page);
  for (const [points, left] of [
    ['100', 4_000],
    ['50', 3_500],
  ] as const) {
    await payWithPoints(page);
    await page.getByLabel('Points to use').fill(points);
    const box = await page.getByRole('button', { name: /^Take ₱/ }).boundingBox();
    if (box === null) throw new Error('There is no button to take points with.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.click(x, y);
    await page.waitForTimeout(150);
    await page.mouse.click(x, y);
    await page.waitForTimeout(300);
    await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(left));
  }
  await expect(page.getByText('Sale stored')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Taken so far' })).toContainText('150 points');
});

test('a cart that becomes smaller takes fewer points, and says so', async ({ page }) => {
  const fe = await addCustomer('Fe Santos', 1_000);
  await scan(page, fe.qrCode);
  await scan(page, soap.barcode);
  await scan(page, rice.barcode);
  await openPayment(page);
  await payWithPoints(page);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(25_000));
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('total')).toHaveText(pesos(25_000));
  await expect(page.getByRole('button', { name: 'Change the customer: Fe Santos' })).toContainText(
    '0 points',
  );
  await page.keyboard.press('Delete');
  await expect(notice(page)).toContainText('500 points went back');
  await expect(page.getByTestId('total')).toHaveText(pesos(0));
  await openPayment(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sale stored')).toBeVisible();
  expect(await api.call<Customer>('GET', `/customers/${fe.id}`)).toMatchObject({ pointsBalance: 500 });
});

test('a promotion that ends while the cart is open changes the total only when the cashier agrees', async ({
  page,
}) => {
  const { id } = await makePromotion(api, {
    title: 'Soap week',
    effect: { kind: 'amount', amountMinor: 1_000 },
    scope: { kind: 'products', productIds: [soap.id] },
  });
  await page.reload();
  await sellScreenIsReady(page);
  await scan(page, soap.barcode);
  await expect(page.getByTestId('total')).toHaveText(pesos(4_000));
  await api.call('PATCH', `/promotions/${id}`, { isActive: false });
  await page.keyboard.press('F10');
  const dialog = page.getByRole('dialog', { name: 'The total is another one' });
  await expect(dialog).toContainText(pesos(5_000));
  await expect(dialog.getByRole('button', { name: 'Go on with the new total' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(5_000));
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
});

const notice = (page: Page) => page.getByRole('status').filter({ hasText: /./ }).last();

async function addCustomer(name: string, points: number): Promise<Customer> {
  const customer = await api.call<Customer>('POST', '/customers', { name });
  if (points > 0) await givePoints(api, customer.id, points);
  return customer;
}

async function openPayment(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toBeVisible();
}

/** Points can be used once it is known how many there are. */
async function payWithPoints(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Points/ })).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(page.getByLabel('Points to use')).toBeFocused();
}

/** Holds a QR code before the camera; reading it may take a moment, or none. */
async function showToCamera(page: Page, code: string): Promise<void> {
  writeQrVideo(cameraFilm, code);
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
}

function only<Item>(items: readonly Item[]): Item {
  expect(items).toHaveLength(1);
  return items[0] as Item;
}
