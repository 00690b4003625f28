import { testShop } from '../../fixtures/engine.ts';
import { but, type Preparation } from './row.ts';

/** The samples of the documents; each row gets a name and a phone number of its own. */
export const registration = {
  username: '«new»',
  email: '«new»@example.com',
  password1: 'mangga sa bakuran 7',
  password2: 'mangga sa bakuran 7',
  first_name: 'Ram',
  last_name: 'Thapa',
  phone_no: '9812345678',
  address: 'Godawari',
};

export const ramyeonCustomer = {
  email: '«new»@ramyeon.example',
  password: 'sabaw at noodles 3',
  username: '«new»',
  full_name: 'Cora Reyes',
};

export const shopper = {
  username: '«new»',
  email: '«new»@example.com',
  password: 'ecommerce123',
  phone_number: '«phone»',
  address: '123 Main St',
  postal_code: '560001',
  birthdate: '1995-05-15',
};

export const role = { username: '«new»', email: '«new»@example.com', password: 'admin123' };

/** Somebody with a login of 001; their access token bears their name. */
export function account(name: string, changes: object = {}): Preparation {
  return {
    ask: 'POST /api/accounts/auth/registration/',
    body: but(registration, { username: name, email: `${name}@example.com`, ...changes }),
    keep: { [name]: 'access', [`${name}.refresh`]: 'refresh', [`${name}.id`]: 'user.pk' },
  };
}

export function signedIn(name: string, username: string, password: string): Preparation {
  return {
    ask: 'POST /auth/token/',
    body: JSON.stringify({ username, password }),
    keep: { [name]: 'access', [`${name}.refresh`]: 'refresh' },
  };
}

export const password = registration.password1;

/** The owner of the shop, by a token of the dialects. */
export const admin = signedIn('admin', testShop.owner.username, testShop.owner.password);

/** A cashier of the shop, by a token of the dialects. */
export const staff: readonly Preparation[] = [
  {
    ask: 'POST /api/v1/accounts',
    as: 'owner',
    body: JSON.stringify({
      username: 'carlo',
      displayName: 'Carlo Cashier',
      role: 'staff',
      password: 'battery staple 9',
    }),
    keep: { 'staff.uuid': 'id' },
  },
  signedIn('staff', 'carlo', 'battery staple 9'),
];

export const device: Preparation = {
  ask: 'POST /api/v1/devices',
  as: 'owner',
  body: '{"name":"Kitchen tablet"}',
  keep: { device: 'key', 'device.uuid': 'device.id' },
};

/** A customer of 002, with the code that the card holds. */
export function customer(name: string, changes: object = {}): readonly Preparation[] {
  return [
    {
      ask: 'POST /api/auth/customer/register/',
      body: but(ramyeonCustomer, { username: name, email: `${name}@ramyeon.example`, ...changes }),
      keep: { [name]: 'token', [`${name}.code`]: 'customer._id' },
    },
    {
      ask: `GET /api/v1/customers?search=«${name}.code»`,
      as: 'owner',
      keep: { [`${name}.card`]: 'items.0.qrCode', [`${name}.uuid`]: 'items.0.id' },
    },
  ];
}

/** The card of somebody with an account, found as the shop finds it. */
export function cardOf(name: string): Preparation {
  return {
    ask: `GET /api/v1/customers?search=${name}@example.com`,
    as: 'owner',
    keep: {
      [`${name}.card`]: 'items.0.qrCode',
      [`${name}.uuid`]: 'items.0.id',
      [`${name}.code`]: 'items.0.code',
    },
  };
}

export function promotion(name: string, fields: object): Preparation {
  return {
    ask: 'POST /api/v1/promotions',
    as: 'owner',
    body: JSON.stringify({
      title: name,
      effect: 'bonusPoints' in fields ? { kind: 'points' } : { kind: 'percent', percentPpm: 100_000 },
      ...fields,
    }),
    keep: { [name]: 'qrCode', [`${name}.id`]: 'number' },
  };
}

/** A customer of 002 for one row alone. */
export const guest: readonly Preparation[] = [
  {
    ask: 'POST /api/auth/customer/register/',
    body: but(ramyeonCustomer, {}),
    keep: { guest: 'token', 'guest.code': 'customer._id' },
  },
  {
    ask: 'GET /api/v1/customers?search=«guest.code»',
    as: 'owner',
    keep: { 'guest.card': 'items.0.qrCode', 'guest.uuid': 'items.0.id' },
  },
];

export const product = (name: string, fields: object = {}): Preparation => ({
  ask: 'POST /api/v1/products',
  as: 'owner',
  body: JSON.stringify({ name, priceMinor: 12_550, ...fields }),
  keep: { [name]: 'id' },
});

export const shift: Preparation = {
  ask: 'POST /api/v1/shifts',
  as: 'owner',
  body: '{"id":"«uuid.a»","floatMinor":0}',
};

/** A sale at the counter, of one product for 125.50 in cash, to a customer or to nobody. */
export const sale = (productName: string, customerName: string | null): Preparation => ({
  ask: 'POST /api/v1/orders',
  as: 'owner',
  body: JSON.stringify({
    id: '«uuid.a»',
    customerId: customerName === null ? null : `«${customerName}.uuid»`,
    lines: [
      { lineId: '«uuid.b»', productId: `«${productName}»`, quantityMilli: 1000, unitPriceMinor: 12_550 },
    ],
    tenders: [{ kind: 'cash', amountMinor: 12_550 }],
    totalMinor: 12_550,
  }),
  keep: { sale: 'order.publicId', 'sale.number': 'order.receiptNumber' },
});

/** An order of 001 by a customer of 002: one store of people. */
export const webOrder = (name: string): readonly Preparation[] => [
  {
    ask: 'POST /api/token/',
    body: JSON.stringify({ username: name, password: ramyeonCustomer.password }),
    keep: { shopper: 'access' },
  },
  {
    ask: 'POST /api/orders/',
    as: 'shopper',
    body: '{"product_name":"Ramyeon","quantity":1,"price":"250.00"}',
    keep: { order: 'id' },
  },
];
