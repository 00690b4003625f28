import type { Product } from '../../../shared/api/catalog.ts';
import type { Customer } from '../../../shared/api/customers.ts';

/** A product for tests: ordinary but for what is said of it. */
export function makeProduct(of: Partial<Product> & { id: string }): Product {
  return {
    sku: null,
    name: of.id,
    barcodes: [],
    categoryId: null,
    colour: 'grey',
    priceMinor: 1000,
    taxClassId: 'standard',
    unit: 'each',
    tracksStock: false,
    onHandMilli: 0,
    lowStockMilli: null,
    favouritePosition: null,
    pointsMultiplierPpm: 1_000_000,
    archived: false,
    updatedAt: '2026-11-20T08:00:00.000Z',
    ...of,
  };
}

/** A customer for tests. */
export function makeCustomer(of: Partial<Customer> & { id: string }): Customer {
  return {
    code: 'CUST-00001',
    name: of.id,
    phone: '',
    email: '',
    address: '',
    birthday: null,
    notes: '',
    qrCode: '',
    pointsBalance: 0,
    visits: 0,
    spentMinor: 0,
    lastVisitAt: null,
    tierId: null,
    pointsEarnedEver: 0,
    erasedAt: null,
    createdAt: '2026-11-20T08:00:00.000Z',
    ...of,
  };
}
