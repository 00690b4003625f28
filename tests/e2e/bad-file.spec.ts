import { signInToApi, type ApiClient } from './support/api-client.ts';
import { demoOwner, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

let till: Till;
let api: ApiClient;
let productsBefore: number;

test.beforeAll(async () => {
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  productsBefore = await countProducts();
});
test.afterAll(() => till.remove());

const good = '4800200000011,Good soap,12.50';

type BadFile = { name: string; bytes: string | Buffer; problems: { row: string; reason: RegExp }[] };

const badFiles: BadFile[] = [
  {
    name: 'wrong-encoding',
    bytes: Buffer.from(`barcode,name,price\n${good}\n4800200000028,Cr\u00e8me,9.00\n`, 'latin1'),
    problems: [{ row: '3', reason: /is not UTF-8 text\. Save the file as “CSV UTF-8”/ }],
  },
  {
    name: 'missing-column',
    bytes: 'barcode,name\n4800200000011,Good soap\n',
    problems: [{ row: '1', reason: /There is no column “price”/ }],
  },
  {
    name: 'prices',
    bytes: `barcode,name,price\n${good}\n4800200000028,Comma,"12,5"\n4800200000035,Negative,-3.00\n4800200000042,Nothing,\n`,
    problems: [
      { row: '3', reason: /Use a point, not a comma/ },
      { row: '4', reason: /A price cannot be less than nothing/ },
      { row: '5', reason: /The price is missing/ },
    ],
  },
  {
    name: 'duplicate-barcode',
    bytes: `barcode,name,price\n${good}\n4800200000028,Another,5.00\n4800200000011,Good soap again,13.00\n`,
    problems: [{ row: '4', reason: /This barcode is in row 2 and again in row 4/ }],
  },
  {
    name: 'quotes-across-lines',
    bytes: `barcode,name,price\n${good}\n4800200000028,"Two\nlines",5.00\n4800200000035,Fine,6.00\n`,
    problems: [{ row: '3', reason: /The name runs over several lines/ }],
  },
  {
    name: 'open-quote',
    bytes: `barcode,name,price\n${good}\n4800200000028,"Never closed,5.00\n4800200000035,Fine,6.00\n`,
    problems: [{ row: '3', reason: /quot.*clos|clos.*quot/i }],
  },
  {
    name: 'huge-field',
    bytes: `barcode,name,price\n${good}\n4800200000028,${'x'.repeat(1_000_000)},5.00\n`,
    problems: [
      {
        row: '3',
        reason: /This row is longer than 100000 bytes\. A quote may be open, or the text is too long/,
      },
    ],
  },
];

test('bad files: the rows are named with their reasons, and nothing is imported', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  for (const badFile of badFiles) await test.step(badFile.name, () => refuses(page, badFile));
  const { items } = await api.call<{ items: { state: string; fileName: string }[] }>(
    'GET',
    '/product-imports',
  );
  expect(items.map(({ state, fileName }) => `${fileName} ${state}`)).toEqual(
    badFiles.map(({ name }) => `${name}.csv refused`).toReversed(),
  );
});

async function refuses(page: Page, { name, bytes, problems }: BadFile): Promise<void> {
  await chooseFile(page, `${name}.csv`, bytes);
  await expect(page.getByRole('heading', { name: `Nothing was imported from “${name}.csv”` })).toBeVisible();
  const words = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const rows = page.getByRole('grid', { name: words }).getByRole('row');
  for (const [index, { row, reason }] of problems.entries()) {
    const shown = rows.nth(index + 1);
    await expect(shown.getByRole('gridcell').first()).toHaveText(row);
    await expect(shown).toContainText(reason);
  }
  await expect(rows).toHaveCount(problems.length + 1);
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  expect(await countProducts()).toBe(productsBefore);
  expect((await api.ask('GET', '/lookup/4800200000011')).status).toBe(404);
}

test('what is no CSV file at all is not even sent', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await chooseFile(page, 'holiday.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  await expect(page.getByText('“holiday.png” is not a CSV file.')).toBeVisible();
  await chooseFile(page, 'empty.csv', '');
  await expect(page.getByText('“empty.csv” is empty.')).toBeVisible();
});

async function chooseFile(page: Page, name: string, bytes: string | Buffer): Promise<void> {
  await page.goto(`${till.url}/products/import`);
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: name.endsWith('.csv') ? 'text/csv' : 'image/png',
    buffer: Buffer.from(bytes),
  });
}

async function countProducts(): Promise<number> {
  return (await api.call<{ total: number }>('GET', '/products?limit=1')).total;
}
