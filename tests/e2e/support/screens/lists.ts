import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { dialogIsOpen, heading, listPage, type Screen } from './screen.ts';

const chooseFile = async (page: Page, { till }: DemoShop, name: string, rows: readonly string[]) => {
  await page.goto(`${till.url}/products/import`);
  const buffer = Buffer.from(`${rows.join('\n')}\n`);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
};

/** Sales, customers, products. */
export const listScreens: readonly Screen<DemoShop>[] = [
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
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
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
