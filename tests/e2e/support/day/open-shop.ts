import { signInToApi, type ApiClient } from '../api-client.ts';
import { setUpTill } from '../set-up-till.ts';
import { startTill, type Till } from '../start-till.ts';
import { shelf, type Goods } from './plan.ts';

export const owner = {
  username: 'nena',
  displayName: 'Nena Owner',
  password: 'mangga sa bakuran 7',
  pin: '4821',
};
export const cashier = {
  username: 'carlo',
  displayName: 'Carlo Cashier',
  password: 'battery staple 9',
  pin: '7351',
};
export const customerName = 'Maria Clara';

export type DayShop = { till: Till; api: ApiClient; products: Record<Goods, string>; customerId: string };

/** A new shop with the day's five products, a customer and a cashier; nothing is sold and no shift is open. */
export async function openDayShop(): Promise<DayShop> {
  const till = await startTill();
  await setUpTill(till, owner);
  const api = await signInToApi(till, owner);
  await api.call('POST', '/accounts', { ...cashier, role: 'staff' });
  await api.call('PATCH', '/settings', {
    tax: {
      classes: [
        { id: 'standard', name: 'Standard', rates: [{ name: 'VAT', ratePpm: 120_000, compound: false }] },
        { id: 'none', name: 'No tax', rates: [] },
      ],
    },
  });
  const products = {} as Record<Goods, string>;
  const categories = new Map<string, string>();
  for (const [position, key] of (Object.keys(shelf) as Goods[]).entries()) {
    const { name, price, vatPercent, unit, category } = shelf[key];
    if (!categories.has(category)) {
      const made = await api.call<{ id: string }>('POST', '/categories', { name: category });
      categories.set(category, made.id);
    }
    const made = await api.call<{ id: string }>('POST', '/products', {
      name,
      priceMinor: Math.round(Number(price) * 100),
      unit,
      categoryId: categories.get(category),
      taxClassId: vatPercent === 0 ? 'none' : 'standard',
      favouritePosition: position,
    });
    products[key] = made.id;
  }
  const customer = await api.call<{ id: string }>('POST', '/customers', { name: customerName });
  return { till, api, products, customerId: customer.id };
}
