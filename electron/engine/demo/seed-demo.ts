import demoShop from '../../../resources/demo-shop.json' with { type: 'json' };
import { categoryCreate, productCreate } from '../../../shared/api/catalog.ts';
import { customerCreate } from '../../../shared/api/customers.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { createCategory, createProduct } from '../catalog/index.ts';
import type { EngineContext } from '../context.ts';
import { createCustomer } from '../customers/index.ts';
import { seedDemoAccounts } from '../people/index.ts';
import { writeSettings } from '../settings/index.ts';
import { inStoreBarcode } from './in-store-barcode.ts';
import { startedAgo } from './past-context.ts';
import { seedOffers } from './seed-offers.ts';
import { sellAMorning } from './sell-a-morning.ts';

/** How much of its day the demonstration has behind it. */
const openForMilliseconds = 6 * 3_600_000;

const seeder = { accountId: 'system', accountRowId: null };

/**
 * Fills an empty till with a ready shop: settings, logins, products, customers, and a shift with a morning's sales.
 * Everything goes through the same functions as at a real till, on a clock that starts some hours ago.
 */
export async function seedDemo(context: EngineContext): Promise<Result<void, Failure>> {
  const past = startedAgo(context, openForMilliseconds);
  const shop = await past.write((tx) => seedSettings(past, tx));
  if (!shop.ok) return shop;
  context.reloadSettings();
  const accounts = await seedDemoAccounts(past);
  if (!accounts.ok) return accounts;
  const products = await seedProducts(past);
  if (!products.ok) return products;
  for (const { points: _, ...customer } of demoShop.customers) {
    const created = await createCustomer(past, customerCreate.parse(customer), seeder);
    if (!created.ok) return created;
  }
  const sold = await sellAMorning(past, openForMilliseconds);
  return sold.ok ? seedOffers(past) : sold;
}

function seedSettings(
  context: EngineContext,
  tx: Parameters<typeof writeSettings>[1],
): Result<void, Failure> {
  const { name, ratePpm } = demoShop.tax;
  return writeSettings(
    context,
    tx,
    {
      shop: demoShop.shop,
      tax: {
        mode: 'inclusive',
        classes: [
          { id: 'standard', name: `${name} 12 %`, rates: [{ name, ratePpm, compound: false }] },
          { id: 'none', name: 'No tax', rates: [] },
        ],
        defaultClassId: 'standard',
      },
      barcodes: {
        embedded: [
          { prefix: '21', itemDigits: 5, valueDigits: 5, value: 'price' },
          { prefix: '22', itemDigits: 5, valueDigits: 5, value: 'weight' },
        ],
      },
    },
    seeder.accountId,
  );
}

async function seedProducts(context: EngineContext): Promise<Result<void, Failure>> {
  const categoryIds = new Map<string, string>();
  for (const category of demoShop.categories) {
    const created = await createCategory(context, categoryCreate.parse(category), seeder.accountId);
    if (!created.ok) return created;
    categoryIds.set(category.name, created.value.id);
  }
  for (const [index, { category, favourite, stock, lowStock, ...fields }] of demoShop.products.entries()) {
    const input = productCreate.parse({
      ...fields,
      barcodes: [inStoreBarcode(index + 1)],
      categoryId: categoryIds.get(category),
      tracksStock: stock !== undefined,
      onHandMilli: (stock ?? 0) * 1_000,
      lowStockMilli: lowStock === undefined ? null : lowStock * 1_000,
      favouritePosition: favourite ?? null,
    });
    const created = await createProduct(context, input, seeder);
    if (!created.ok) return created;
  }
  return ok(undefined);
}
