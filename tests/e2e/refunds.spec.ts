import type { Order, OrderCommitted } from '../../shared/api/orders.ts';
import type { Refund } from '../../shared/api/refunds.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { pesos } from './support/money.ts';
import { scan, typeByHand } from './support/scan.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { demoCashier, demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

let till: Till;
let api: ApiClient;
let soap: ShelfProduct;
let rice: ShelfProduct;

test.beforeAll(async () => {
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  soap = await addProduct(api, 'Perla laundry soap', 2_350);
  rice = await addProduct(api, 'Sinandomeng rice 5 kg', 28_900);
});
test.afterAll(() => till.remove());

/** Three soaps and one rice. */
async function sell(kind: 'cash' | 'card' = 'cash'): Promise<Order> {
  const line = ({ id, priceMinor }: ShelfProduct, quantityMilli: number) => ({
    lineId: systemIds.uuid(),
    productId: id,
    quantityMilli,
    unitPriceMinor: priceMinor,
  });
  const totalMinor = 3 * soap.priceMinor + rice.priceMinor;
  const { order } = await api.call<OrderCommitted>('POST', '/orders', {
    id: systemIds.uuid(),
    lines: [line(soap, 3_000), line(rice, 1_000)],
    tenders: [{ kind, amountMinor: totalMinor, ...(kind === 'card' ? { reference: 'AU-1' } : {}) }],
    totalMinor,
  });
  return order;
}

const orderNow = ({ id }: Order) => api.call<Order>('GET', `/orders/${id}`);

async function openReceipt(page: Page, { receiptNumber }: Order): Promise<void> {
  await scan(page, receiptNumber);
  await expect(page.getByRole('button', { name: `One more ${soap.name}` })).toBeVisible();
}

async function managerApproves(page: Page): Promise<void> {
  await expect(page.getByRole('dialog', { name: 'A manager has to approve this' })).toBeVisible();
  await typeByHand(page, demoOwner.pin);
  await page.keyboard.press('Enter');
}

test('a scanned receipt: a part, then the rest, each with a manager’s PIN over it', async ({ page }) => {
  const order = await sell();
  await signInByPin(page, till.url, demoCashier.pin);
  await openReceipt(page, order);
  await page.getByRole('button', { name: `One more ${soap.name}` }).click();
  await expect(page.getByText('Say why it comes back.')).toBeVisible();
  await page.getByRole('button', { name: 'Damaged' }).click();
  await expect(page.getByRole('checkbox', { name: 'Back into stock' })).not.toBeChecked();
  await page.getByRole('button', { name: `Refund ${pesos(soap.priceMinor)}` }).click();
  await managerApproves(page);
  await expect(page.getByTestId('pay-out')).toHaveText(pesos(soap.priceMinor));
  expect(await orderNow(order)).toMatchObject({ state: 'paid', refundedMinor: soap.priceMinor });
  await page.keyboard.press('Enter');
  await sellScreenIsReady(page);

  await openReceipt(page, order);
  await expect(page.getByText('2 of 3 left')).toBeVisible();
  await page.keyboard.press('Alt+a');
  await page.getByRole('button', { name: 'Changed mind' }).click();
  const rest = 2 * soap.priceMinor + rice.priceMinor;
  await page.getByRole('button', { name: `Refund ${pesos(rest)}` }).click();
  await managerApproves(page);
  await expect(page.getByTestId('pay-out')).toHaveText(pesos(rest));
  expect(await orderNow(order)).toMatchObject({ state: 'refunded', refundedMinor: order.totalMinor });
  await page.keyboard.press('Enter');
  await sellScreenIsReady(page);
  await scan(page, order.receiptNumber);
  await expect(page.getByText(`All of ${order.receiptNumber} has come back already.`)).toBeVisible();
});

test('by keyboard alone: Ctrl B, the number’s end, Alt A, a reason, Enter', async ({ page }) => {
  const order = await sell();
  await signInByPin(page, till.url, demoOwner.pin);
  await page.keyboard.press('Control+b');
  await expect(page.getByPlaceholder('Receipt number')).toBeFocused();
  await typeByHand(page, order.receiptNumber.slice(-6));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `One more ${soap.name}` })).toBeVisible();
  await page.keyboard.press('Alt+a');
  await page.getByPlaceholder('In words').focus();
  await typeByHand(page, 'Too many');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('pay-out')).toHaveText(pesos(order.totalMinor));
});

test('the same receipt on two screens: the second is told what the first left', async ({ page, context }) => {
  const order = await sell();
  await signInByPin(page, till.url, demoOwner.pin);
  await openReceipt(page, order);
  const other = await context.newPage();
  await other.goto(`${till.url}/refund/${order.id}`);
  for (const screen of [page, other]) {
    await screen.getByRole('button', { name: `One more ${soap.name}` }).click();
    await screen.getByRole('button', { name: `One more ${soap.name}` }).click();
    await screen.getByRole('button', { name: 'Damaged' }).click();
  }
  await page.getByRole('button', { name: /^Refund ₱/ }).click();
  await expect(page.getByTestId('pay-out')).toBeVisible();
  await other.getByRole('button', { name: /^Refund ₱/ }).click();
  await expect(
    other.getByText('More would come back than is left of this sale. Nothing was refunded.'),
  ).toBeVisible();
  expect((await orderNow(order)).refundedMinor).toBe(2 * soap.priceMinor);
});

test('an exchange: what comes back pays for what is taken instead, in one settlement', async ({ page }) => {
  const order = await sell();
  await signInByPin(page, till.url, demoOwner.pin);
  await openReceipt(page, order);
  await page.getByRole('button', { name: `One more ${soap.name}` }).click();
  await page.getByRole('button', { name: 'Wrong item' }).click();
  await page.keyboard.press('Alt+x');
  await sellScreenIsReady(page);
  expect((await orderNow(order)).refundedMinor).toBe(0);
  await scan(page, rice.barcode);
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(rice.priceMinor - soap.priceMinor));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sale stored')).toBeVisible();
  await expect(page.getByText(/^Exchanged with refund/)).toBeVisible();
  const [refund] = (await orderNow(order)).refunds;
  expect(refund).toMatchObject({ totalMinor: soap.priceMinor });
  const { items } = await api.call<{ items: { tenders: unknown }[] }>('GET', '/orders?limit=1');
  expect(items[0]?.tenders).toEqual([
    { kind: 'cash', amountMinor: rice.priceMinor - soap.priceMinor },
    { kind: 'exchange', amountMinor: soap.priceMinor },
  ]);
});

test('an exchange for something cheaper, paid by card: the reference is asked for before the rest goes back', async ({
  page,
}) => {
  const order = await sell('card');
  await signInByPin(page, till.url, demoOwner.pin);
  await openReceipt(page, order);
  await page.keyboard.press('Alt+a');
  await page.getByPlaceholder('In words').focus();
  await typeByHand(page, 'Wrong ones');
  await page.keyboard.press('Alt+x');
  await sellScreenIsReady(page);
  await scan(page, rice.barcode);
  const back = order.totalMinor - rice.priceMinor;
  await expect(page.getByText('Goes to the customer')).toBeVisible();
  await expect(page.getByTestId('total')).toHaveText(pesos(back));
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(back));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Reverse it there and type the reference')).toBeVisible();
  await typeByHand(page, 'RV-2210');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sale stored')).toBeVisible();
  const [{ id } = { id: '' }] = (await orderNow(order)).refunds;
  const { payments } = await api.call<Refund>('GET', `/refunds/${id}`);
  expect(payments).toMatchObject([
    { kind: 'exchange', amountMinor: rice.priceMinor },
    { kind: 'card', amountMinor: back, reference: 'RV-2210' },
  ]);
});

test('a void from the list of sales, with a manager’s PIN; then it can be neither voided nor refunded', async ({
  page,
}) => {
  const order = await sell();
  await signInByPin(page, till.url, demoCashier.pin);
  await page.goto(`${till.url}/sales/${order.id}`);
  await page.getByRole('button', { name: 'Void', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Void ${order.receiptNumber}` });
  await expect(dialog.getByText(`Give back ${pesos(order.totalMinor)} in cash.`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Say why the sale is voided')).toBeVisible();
  await dialog.getByRole('button', { name: 'Rung up twice' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await managerApproves(page);
  await expect(page.getByText(`${order.receiptNumber} is voided. Slip`)).toBeVisible();
  expect(await orderNow(order)).toMatchObject({ state: 'voided', voided: { reason: 'Rung up twice' } });
  await expect(page.getByRole('button', { name: 'Void', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0);
});
