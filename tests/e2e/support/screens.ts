import { expect, type Page } from '@playwright/test';
import type { DemoShop } from './demo-shop.ts';
import { scan, typeByHand } from './scan.ts';
import { cartLines } from './sell-screen.ts';
import { sellScreenIsReady } from './sign-in.ts';
import type { Till } from './start-till.ts';

/** One screen as it is looked at: by the screenshots, and by the accessibility test. */
export type Screen<Shop> = {
  name: string;
  /** The line that describes it in `docs/screens.md`. */
  what: string;
  open: (page: Page, shop: Shop) => Promise<void>;
  /** Brings the shop back to what the next screen expects. */
  leave?: (page: Page) => Promise<void>;
};

const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeVisible();

/** The first start of a new till, in its order. */
export const firstStartScreens: readonly Screen<Till>[] = [
  {
    name: 'set-up-shop',
    what: 'The first start: name and place of the shop; currency, time zone and figures follow from the country.',
    open: async (page, { url }) => {
      await page.goto(url);
      await heading(page, 'Your shop');
      await page.getByLabel('Name of the shop').fill('Corner Bakery');
    },
  },
  {
    name: 'set-up-tax',
    what: 'The tax that most products have, and whether shelf prices include it.',
    open: async (page) => {
      await next(page);
      await heading(page, 'Tax on sales');
    },
  },
  {
    name: 'set-up-owner',
    what: 'The owner’s account, here with what was typed wrong named at its field.',
    open: async (page) => {
      await next(page);
      await page.getByLabel('Your name').fill('Olivia Owner');
      await page.getByLabel('User name').fill('olivia');
      await page.getByLabel('Password', { exact: true }).fill('a bakery of my own');
      await page.getByLabel('The same password again').fill('a bakery of my won');
      await page.getByLabel('PIN for the till').fill('4821');
      await next(page);
      await expect(page.getByText('This is not the same as the password above.')).toBeVisible();
    },
  },
  {
    name: 'set-up-review',
    what: 'All of it once more before the shop opens.',
    open: async (page) => {
      await page.getByLabel('The same password again').fill('a bakery of my own');
      await next(page);
      await heading(page, 'Is this right?');
    },
  },
  {
    name: 'sell-first-run',
    what: 'The sell screen of a shop without products: where they come from.',
    open: async (page) => {
      await page.getByRole('button', { name: 'Open the shop' }).click();
      await expect(page.getByText('There are no products yet.')).toBeVisible();
    },
  },
  {
    name: 'open-shift',
    what: 'Opening the shift with the money that is in the drawer.',
    open: async (page) => {
      await page.getByRole('button', { name: 'No shift open' }).click();
      await page.getByLabel('Float in the drawer').fill('2000');
    },
  },
  {
    name: 'products-empty',
    what: 'The products page before there are any.',
    open: async (page, { url }) => {
      await page.goto(`${url}/products`);
      await expect(page.getByText('No products yet')).toBeVisible();
    },
  },
];

export const signInScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'sign-in-pin',
    what: 'Signing in with a PIN; the demonstration tells its logins.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/sign-in`);
      await expect(page.getByText('This is a demo shop')).toBeVisible();
      await typeByHand(page, '99');
    },
  },
  {
    name: 'sign-in-password',
    what: 'Signing in with user name and password, after a wrong one.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/sign-in`);
      await page.getByRole('tab', { name: 'With password' }).click();
      await page.getByLabel('User name').fill('owner');
      await page.getByLabel('Password', { exact: true }).fill('not this one');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByText('The name, password or PIN is not right.')).toBeVisible();
    },
  },
];

const toSell = async (page: Page, { till }: DemoShop) => {
  await page.goto(`${till.url}/sell`);
  await sellScreenIsReady(page);
  await expect(page.getByRole('button', { name: /Pandesal/ }).first()).toBeVisible();
};

const ringUp = async (page: Page, barcodes: readonly string[]) => {
  for (const barcode of barcodes) await scan(page, barcode);
  await expect(page.getByRole('region', { name: 'Totals and actions' })).toContainText(
    `${barcodes.length} items`,
  );
};

const fillCart = async (page: Page, shop: DemoShop) => {
  await toSell(page, shop);
  await scan(page, shop.customer.qrCode);
  await expect(
    page.getByRole('button', { name: `Change the customer: ${shop.customer.name}` }),
  ).toBeVisible();
  const [bread, cake, coffee, milk, noodles] = shop.barcodes.slice(3, 8);
  await ringUp(
    page,
    [bread, cake, cake, coffee, milk, noodles].flatMap((code) => code ?? []),
  );
};

const toPay = async (page: Page, shop: DemoShop) => {
  await fillCart(page, shop);
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toBeVisible();
};

const dialogIsOpen = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('dialog', { name })).toBeVisible();

const sellScreens: readonly Screen<DemoShop>[] = [
  { name: 'sell-empty', what: 'The sell screen between two customers.', open: toSell },
  {
    name: 'sell-full',
    what: 'A sale under way: customer with points, six items, what the last scan did.',
    open: fillCart,
  },
  {
    name: 'sell-long',
    what: 'The longest cart and a seven-digit total: only the cart scrolls.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await ringUp(page, [...shop.barcodes.slice(0, 24), shop.dearBarcode]);
      await expect(cartLines(page).last()).toContainText('Deck oven');
    },
  },
  {
    name: 'sell-search',
    what: 'Searching by a part of the name; Enter takes the row in front.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await typeByHand(page, 'pan');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'sell-unknown-code',
    what: 'A code that nothing has: said in words, with the way to add the product.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await scan(page, '9999999999994');
      await expect(page.getByText('Unknown code')).toBeVisible();
    },
  },
  {
    name: 'sell-customer',
    what: 'Finding the customer of a sale, or adding one.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await page.keyboard.press('F3');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'sell-customer-new',
    what: 'Adding a customer at the counter in two fields.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await page.keyboard.press('F3');
      await page.getByRole('button', { name: 'Add a new customer' }).click();
      await expect(page.getByRole('dialog').getByLabel('Phone')).toBeVisible();
    },
  },
  {
    name: 'sell-quantity',
    what: 'How many: by key or by finger.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('F7');
      await dialogIsOpen(page, 'How many?');
      await typeByHand(page, '12');
    },
  },
  {
    name: 'keys',
    what: 'Every key and what it does; prints as a card.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('F1');
      await dialogIsOpen(page, 'Keys');
    },
  },
  {
    name: 'menu',
    what: 'All pages, the look, locking and signing out.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await dialogIsOpen(page, 'Menu');
    },
  },
];

const payScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'pay-cash',
    what: 'Taking cash: what is left, quick sums, the change.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByLabel('Cash received').fill('1000');
      await expect(page.getByText('Change', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'pay-card',
    what: 'Taking a card: the terminal’s reference is needed, the card’s number refused.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.keyboard.press('Alt+2');
      await page.getByLabel('Reference from the card terminal').fill('4111 1111 1111 1111');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Card numbers are never stored.')).toBeVisible();
    },
  },
  {
    name: 'pay-split',
    what: 'Paying in parts: what was taken so far can be given back.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByLabel('Cash received').fill('50');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Taken so far' })).toBeVisible();
      await page.keyboard.press('Alt+3');
      await page.getByLabel('Reference from the e-wallet').fill('GC-5521907');
    },
  },
  {
    name: 'pay-price-changed',
    what: 'A price changed while the cart was open: the cashier is asked, nothing was stored.',
    open: async (page, shop) => {
      const { product, api } = shop;
      await api.call('PATCH', `/products/${product.id}`, { priceMinor: 5_500 });
      await toSell(page, shop);
      await page.getByRole('button', { name: product.name }).first().click();
      await expect(cartLines(page)).toHaveCount(1);
      await api.call('PATCH', `/products/${product.id}`, { priceMinor: 5_800 });
      await page.keyboard.press('F10');
      await dialogIsOpen(page, 'Prices changed while this cart was open');
    },
  },
  {
    name: 'done',
    what: 'The sale is stored: change, receipt as it prints, points, on to the next customer.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByLabel('Cash received').fill('1000');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Sale stored')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('Corner Bakery');
    },
  },
];

/** A page of the menu, and a text that stands on it once it is filled. */
const listPage =
  (path: string | ((shop: DemoShop) => string), filled: string | RegExp): Screen<DemoShop>['open'] =>
  async (page, shop) => {
    await page.goto(shop.till.url + (typeof path === 'string' ? path : path(shop)));
    await expect(page.getByText(filled).filter({ visible: true }).first()).toBeVisible();
  };

const chooseFile = async (page: Page, { till }: DemoShop, name: string, rows: readonly string[]) => {
  await page.goto(`${till.url}/products/import`);
  const buffer = Buffer.from(`${rows.join('\n')}\n`);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
};

const listScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'sales',
    what: 'Every sale: by time, receipt, customer, way of paying.',
    open: listPage('/sales', /S01-T1-A-\d+/),
  },
  {
    name: 'sale',
    what: 'One sale beside the list: lines, taxes, payments.',
    open: listPage(({ sale }) => `/sales/${sale.id}`, 'How it was paid'),
  },
  {
    name: 'sale-receipt',
    what: 'Its receipt as it prints, to print again or save.',
    open: async (page, shop) => {
      await page.goto(`${shop.till.url}/sales/${shop.sale.id}`);
      await page.getByRole('tab', { name: 'Receipt' }).click();
      await expect(page.getByText('Corner Bakery').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'customers',
    what: 'Every customer, found by name, phone in any spelling, code or card.',
    open: listPage('/customers', /CUST-\d+/),
  },
  {
    name: 'customer',
    what: 'One customer: points, sales, and the card with its QR code.',
    open: async (page, shop) => {
      await listPage(({ customer }) => `/customers/${customer.id}`, shop.customer.name)(page, shop);
      await expect(page.getByRole('img', { name: /Customer card of/ })).toBeVisible();
    },
  },
  {
    name: 'customer-edit',
    what: 'Changing what is known of a customer.',
    open: async (page, shop) => {
      await listPage(({ customer }) => `/customers/${customer.id}`, shop.customer.name)(page, shop);
      await page.getByRole('button', { name: 'Edit' }).click();
      await dialogIsOpen(page, 'Change the customer');
    },
  },
  {
    name: 'products',
    what: 'Every product, 100,000 or more, with price and stock.',
    open: listPage('/products', 'Banana cake slice'),
  },
  {
    name: 'product',
    what: 'One product: barcodes, price, tax, stock warning, place among the favourites.',
    open: async (page, shop) => {
      await page.goto(`${shop.till.url}/products?open=${shop.product.id}`);
      await dialogIsOpen(page, shop.product.name);
      await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue(shop.product.name);
    },
  },
  {
    name: 'product-stock',
    what: 'Its stock: receive, count, adjust, and every movement.',
    open: async (page, shop) => {
      await page.goto(`${shop.till.url}/products?open=${shop.product.id}`);
      await page.getByRole('tab', { name: 'Stock' }).click();
      await expect(page.getByText('Opening stock').or(page.getByText('Sold')).first()).toBeVisible();
    },
  },
  {
    name: 'product-new',
    what: 'A new product, with the barcode that was scanned.',
    open: async (page, shop) => {
      await page.goto(`${shop.till.url}/products?add=4800100000017`);
      await dialogIsOpen(page, 'Add a product');
    },
  },
  {
    name: 'import',
    what: 'Choosing a catalogue to import, and what it should look like.',
    open: listPage('/products/import', 'Choose a CSV file'),
  },
  {
    name: 'import-ready',
    what: 'The dry run is through: what would change, before anything does.',
    open: async (page, shop) => {
      await chooseFile(page, shop, 'new-shelf.csv', [
        'barcode,name,price,category,stock,supplier',
        ...Array.from(
          { length: 40 },
          (_, at) => `48003000${String(10_000 + at)},Tea no. ${at + 1},${45 + at}.50,Tea,12,Nena`,
        ),
      ]);
      await expect(page.getByRole('button', { name: 'Import 40 rows' })).toBeVisible();
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Cancel the import' }).click();
      await expect(page.getByRole('button', { name: 'Import 40 rows' })).toHaveCount(0);
    },
  },
  {
    name: 'import-problems',
    what: 'A file that cannot be imported: every row by its number, with what is wrong and how to write it.',
    open: async (page, shop) => {
      await chooseFile(page, shop, 'price-list.csv', [
        'barcode,name,price',
        '4800200000011,Good soap,12.50',
        '4800200000028,Comma,"12,5"',
        '4800200000035,Negative,-3.00',
        '4800200000042,Nothing,',
        '4800200000011,Good soap again,13.00',
        '4.8002E+12,From a spreadsheet,8.00',
        '4800200000059,,8.00',
        '4800200000066,Too many,fields,here,9.00',
      ]);
      await heading(page, 'Nothing was imported from “price-list.csv”');
    },
  },
];

const settings = (part: string, what: string): Screen<DemoShop> => ({
  name: `settings-${part}`,
  what,
  open: async (page, { till }) => {
    await page.goto(`${till.url}/settings/${part}`);
    await expect(page.getByRole('navigation', { name: 'Parts of the settings' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  },
});

const adminScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'people',
    what: 'Who may sign in, with role, PIN and where they are signed in.',
    open: listPage('/people', 'Carlo Cashier'),
  },
  {
    name: 'person',
    what: 'One account: role, password, PIN, sign out everywhere, disable.',
    open: async (page, { till, cashierId }) => {
      await page.goto(`${till.url}/people?account=${cashierId}`);
      await dialogIsOpen(page, 'Carlo Cashier');
    },
  },
  {
    name: 'person-new',
    what: 'A new account.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/people`);
      await page.getByRole('button', { name: 'Add a person' }).click();
      await dialogIsOpen(page, 'Add a person');
    },
  },
  {
    name: 'accounts',
    what: 'Staff and customers in one list, to look over.',
    open: listPage('/accounts', /CUST-\d+/),
  },
  {
    name: 'day',
    what: 'The day: totals, hours, payments, products, cashiers, equal to the journal.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/day`);
      await expect(page.getByText(/^Equal to the journal/)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'By hour' })).toBeVisible();
      await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
    },
  },
  {
    name: 'journal',
    what: 'Everything that ever happened, newest first.',
    open: listPage('/journal', /^Sold S01/),
  },
  {
    name: 'journal-entry',
    what: 'One entry with its hashes and what is written.',
    open: async (page, shop) => {
      await listPage('/journal', /^Sold S01/)(page, shop);
      await page
        .getByText(/^Sold S01/)
        .first()
        .click();
      await dialogIsOpen(page, /^Entry/);
    },
  },
  {
    name: 'journal-verified',
    what: 'The proof that nothing was altered, dropped or added.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/journal`);
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(page.getByText(/nothing was altered, dropped or added/)).toBeVisible();
    },
  },
  settings('shop', 'Name, address, currency, figures, time zone, end of the day.'),
  settings('tax', 'Tax classes and rates, and how tax is rounded.'),
  settings('receipt', 'What stands on the receipt, with how it prints.'),
  settings('printer', 'The receipt printer, its test, and what waits for it.'),
  settings('points', 'What customers earn.'),
  settings('cash', 'Rounding of what is paid in cash.'),
  settings('stock', 'What happens when more is sold than there is.'),
  settings('doors', 'Who may reach this till besides its own window.'),
  settings('about', 'Version, till, and the way to the API.'),
  {
    name: 'not-found',
    what: 'An address that leads nowhere.',
    open: listPage('/nowhere', 'There is no such page.'),
  },
  {
    name: 'api-docs',
    what: 'The API, for programmers, at `/api/docs`.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/api/docs`);
      await expect(page.getByText('/api/v1/health').first()).toBeVisible();
    },
  },
];

/** All screens of a shop that runs, for its owner. */
export const shopScreens: readonly Screen<DemoShop>[] = [
  ...sellScreens,
  ...payScreens,
  ...listScreens,
  ...adminScreens,
];

/** What was asked for has come: lists are filled, pictures and letters are drawn. */
export async function isSettled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  });
}
