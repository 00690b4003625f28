import { signInToApi, type ApiClient } from './support/api-client.ts';
import { pesos } from './support/money.ts';
import { scan, typeByHand } from './support/scan.ts';
import { cartLine, cartLines } from './support/sell-screen.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

let till: Till;
let api: ApiClient;
let soap: ShelfProduct;
let rice: ShelfProduct;
let salesBefore: number;

test.beforeAll(async () => {
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  soap = await addProduct(api, 'Perla laundry soap', 2_350);
  rice = await addProduct(api, 'Sinandomeng rice 5 kg', 28_900);
});
test.afterAll(() => till.remove());

test.beforeEach(async ({ page }) => {
  salesBefore = await countSales();
  await signInByPin(page, till.url, demoOwner.pin);
});

test('a whole cash sale is: scan, F10, Enter', async ({ page }) => {
  await scan(page, soap.barcode);
  await expect(page.getByTestId('total')).toHaveText(pesos(soap.priceMinor));
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
  await expect(page.getByTestId('change-due')).toHaveText(pesos(0));
  await page.keyboard.press('Enter');
  await sellScreenIsReady(page);
  await expect(page.getByText('The cart is empty.')).toBeVisible();
  await expect(page.getByText('Last change')).toBeVisible();
  expect(await newSales()).toMatchObject([
    { totalMinor: soap.priceMinor, tenders: [{ kind: 'cash', amountMinor: soap.priceMinor }] },
  ]);
});

test('a double click on Finish is one sale', async ({ page }) => {
  await scan(page, soap.barcode);
  await expect(cartLine(page, soap.name)).toBeVisible();
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: /^Finish/ }).dblclick();
  await expect(page.getByText('Sale stored').or(page.getByText('Last change'))).toBeVisible();
  expect(await newSales()).toHaveLength(1);
});

test('a payment that is too small is a part, and the rest stays to pay', async ({ page }) => {
  await scan(page, rice.barcode);
  await page.keyboard.press('F9');
  await page.getByLabel('Cash received').fill('100');
  await expect(page.getByRole('button', { name: 'Take ₱100.00' })).toContainText('the rest stays to pay');
  await expect(page.getByText('Then still to pay')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Taken so far' })).toContainText('Cash');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(rice.priceMinor - 10_000));
  expect(await newSales()).toEqual([]);
  await page.getByRole('button', { name: 'Give back Cash ₱100.00' }).click();
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(rice.priceMinor));
});

test('a card needs the reference of its terminal, and its own number is refused', async ({ page }) => {
  await scan(page, rice.barcode);
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(rice.priceMinor));
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+2');
  const reference = page.getByLabel('Reference from the card terminal');
  await expect(reference).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('This payment needs its reference.')).toBeVisible();
  await reference.fill('4111 1111 1111 1111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Card numbers are never stored.')).toBeVisible();
  expect(await newSales()).toEqual([]);
  await reference.fill('APP-771204');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sale stored')).toBeVisible();
  expect(await newSales()).toMatchObject([{ tenders: [{ kind: 'card', amountMinor: rice.priceMinor }] }]);
});

test('a sale is paid partly in cash and the rest by card', async ({ page }) => {
  await scan(page, rice.barcode);
  await page.keyboard.press('F9');
  await page.getByLabel('Cash received').fill('200');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(rice.priceMinor - 20_000));
  await page.keyboard.press('Alt+2');
  await page.getByLabel('On the card').fill('500');
  // By hand: a second press right after a part was taken counts for that part.
  await page.getByLabel('Reference from the card terminal').focus();
  await typeByHand(page, 'APP-771205');
  await page.getByRole('button', { name: /^Finish/ }).click();
  await expect(page.getByText('Only cash can be more than what is due.')).toBeVisible();
  await page.getByLabel('On the card').fill('');
  await page.getByRole('button', { name: /^Finish/ }).click();
  await expect(page.getByText('Sale stored')).toBeVisible();
  expect(await newSales()).toMatchObject([
    {
      totalMinor: rice.priceMinor,
      tenders: [
        { kind: 'cash', amountMinor: 20_000 },
        { kind: 'card', amountMinor: rice.priceMinor - 20_000 },
      ],
    },
  ]);
});

test('a price that changed under way is asked about before it is charged', async ({ page }) => {
  const bread = await addProduct(api, 'Ensaymada', 4_500);
  await scan(page, bread.barcode);
  await expect(page.getByTestId('total')).toHaveText(pesos(4_500));
  await api.call('PATCH', `/products/${bread.id}`, { priceMinor: 4_800 });
  await page.keyboard.press('F10');
  const dialog = page.getByRole('dialog', { name: 'Prices changed while this cart was open' });
  await expect(dialog).toContainText('₱45.00');
  await expect(dialog).toContainText('₱48.00');
  expect(await newSales()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(4_800));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sale stored')).toBeVisible();
  expect(await newSales()).toMatchObject([{ totalMinor: 4_800 }]);
});

test('an unknown code says so, and offers to add the product', async ({ page }) => {
  await scan(page, '9999999999994');
  await expect(page.getByText('Unknown code')).toBeVisible();
  await expect(cartLines(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Add product' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a product' });
  await expect(dialog).toContainText('9999999999994');
});

test('a line that was removed comes back with Ctrl Z', async ({ page }) => {
  await scan(page, soap.barcode);
  await scan(page, rice.barcode);
  await expect(cartLines(page)).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(cartLines(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(cartLines(page)).toHaveCount(2);
  await expect(page.getByTestId('total')).toHaveText(pesos(soap.priceMinor + rice.priceMinor));
});

test('F7 sets the quantity of the line', async ({ page }) => {
  await scan(page, soap.barcode);
  await expect(cartLine(page, soap.name)).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog', { name: 'How many?' })).toBeVisible();
  await typeByHand(page, '12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Quantity of ${soap.name}: 12` })).toBeVisible();
  await expect(page.getByTestId('total')).toHaveText(pesos(12 * soap.priceMinor));
});

test('a digit that comes before the dialog has its field is in the field', async ({ page }) => {
  await scan(page, soap.barcode);
  await expect(cartLine(page, soap.name)).toBeVisible();
  await page.evaluate(async () => {
    const press = (key: string, code: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
      );
    press('F7', 'F7');
    await Promise.resolve();
    press('1', 'Digit1');
  });
  const quantity = page.getByRole('dialog', { name: 'How many?' }).getByRole('textbox');
  await expect(quantity).toHaveValue('1');
  await typeByHand(page, '2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Quantity of ${soap.name}: 12` })).toBeVisible();
});

test('two quick scans are two', async ({ page }) => {
  await scan(page, soap.barcode);
  await scan(page, soap.barcode);
  await scan(page, rice.barcode);
  await expect(page.getByRole('region', { name: 'Totals and actions' })).toContainText('3 items');
  await expect(page.getByTestId('total')).toHaveText(pesos(2 * soap.priceMinor + rice.priceMinor));
});

test.describe('a scan never types into a field', () => {
  test('not into a quantity, and the product is added', async ({ page }) => {
    await scan(page, soap.barcode);
    await expect(cartLine(page, soap.name)).toBeVisible();
    await page.keyboard.press('F7');
    const quantity = page.getByRole('dialog').getByRole('textbox');
    await expect(quantity).toBeFocused();
    await scan(page, rice.barcode);
    await expect(page.getByTestId('total')).toHaveText(pesos(soap.priceMinor + rice.priceMinor));
    await expect(quantity).toHaveValue('');
  });

  test('not into an amount or a reference', async ({ page }) => {
    await scan(page, soap.barcode);
    await page.keyboard.press('F9');
    await expect(page.getByLabel('Cash received')).toBeFocused();
    await scan(page, rice.barcode);
    await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(soap.priceMinor + rice.priceMinor));
    await expect(page.getByLabel('Cash received')).toHaveValue('');
    await page.keyboard.press('Alt+2');
    const reference = page.getByLabel('Reference from the card terminal');
    await expect(reference).toBeFocused();
    await scan(page, rice.barcode);
    await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(soap.priceMinor + 2 * rice.priceMinor));
    await expect(reference).toHaveValue('');
    expect(await newSales()).toEqual([]);
  });

  test('not into a price', async ({ page }) => {
    await page.goto(`${till.url}/products?add=`);
    const dialog = page.getByRole('dialog', { name: 'Add a product' });
    const price = dialog.getByLabel('Price', { exact: true });
    await price.fill('12.50');
    await scan(page, '4800100000017');
    await expect(dialog).toContainText('4800100000017');
    await expect(price).toHaveValue('12.50');
  });

  test('not into a PIN', async ({ page }) => {
    await page.keyboard.press('Control+l');
    const pin = page.getByLabel('PIN', { exact: true });
    await expect(pin).toBeFocused();
    await scan(page, '4800100000017');
    await expect(pin).toHaveValue('');
    const begun = demoOwner.pin.slice(0, -1);
    await typeByHand(page, begun);
    await expect(pin).toHaveValue(begun);
  });
});

test('F1 lists every key', async ({ page }) => {
  await page.keyboard.press('F1');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const key of ['F1', 'F2', 'F3', 'F7', 'F9', 'F10', 'Del', 'Ctrl Z', 'Ctrl L', 'Esc', 'Enter']) {
    await expect(keys.getByText(key, { exact: true }).first()).toBeVisible();
  }
  await expect(keys).toContainText('Exact cash and finish');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test('locking keeps the cart for who comes back', async ({ page }) => {
  await scan(page, rice.barcode);
  await expect(cartLine(page, rice.name)).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('Locked by Olivia Owner. Their cart is kept.')).toBeVisible();
  await typeByHand(page, demoOwner.pin);
  await page.keyboard.press('Enter');
  await expect(cartLine(page, rice.name)).toBeVisible();
});

test('the engine dies under a payment, comes back, and there is one sale', async ({ page }) => {
  await scan(page, rice.barcode);
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(rice.priceMinor));
  await till.kill();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'It is not known whether the sale was stored' });
  await expect(dialog).toContainText('The cart and what was taken are still here.');
  await till.startAgain();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Sale stored')).toBeVisible();
  expect(await newSales()).toHaveLength(1);
});

test('a sale whose answer was lost is found in the books, not sold again', async ({ page }) => {
  await scan(page, rice.barcode);
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(rice.priceMinor));
  const letThrough = await loseAnswersOf(page, '/api/v1/orders');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'It is not known whether the sale was stored' });
  await expect(dialog).toBeVisible();
  await letThrough();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('It was in the books already: there is one sale.')).toBeVisible();
  expect(await newSales()).toHaveLength(1);
});

/** Requests reach the engine and are done there, and their answers never come back to the page. Gives the end of it. */
async function loseAnswersOf(page: Page, path: string): Promise<() => Promise<void>> {
  const whole = await page.evaluateHandle((lostPath) => {
    const real = window.fetch;
    window.fetch = async (input, init) => {
      const answer = await real(input, init);
      const { url } = input instanceof Request ? input : new Request(input);
      if (new URL(url).pathname === lostPath) throw new TypeError('Failed to fetch');
      return answer;
    };
    return real;
  }, path);
  return () =>
    whole.evaluate((real) => {
      window.fetch = real;
    });
}

type Sale = { totalMinor: number; tenders: { kind: string; amountMinor: number }[] };

async function countSales(): Promise<number> {
  return (await api.call<{ total: number }>('GET', '/orders?limit=1')).total;
}

/** The sales that this test made, newest first. */
async function newSales(): Promise<Sale[]> {
  const count = (await countSales()) - salesBefore;
  if (count === 0) return [];
  return (await api.call<{ items: Sale[] }>('GET', `/orders?limit=${count}`)).items;
}
