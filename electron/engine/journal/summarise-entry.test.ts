import { expect, test } from 'vitest';
import type { ShiftFacts } from '../../../shared/domain/shift-facts.ts';
import { entryVersions, type EntryBodies, type EntryKind } from '../../../shared/journal/kinds.ts';
import { summariseEntry, type Names } from './summarise-entry.ts';

const names: Names = {
  account: (id) => (id === 'a1' ? 'Carlo Cashier' : id),
  customer: (id) => (id === 'c1' ? 'CUST-00001' : id),
  product: (id) => (id === 'p1' ? 'Pandesal' : id),
  category: (id) => (id === 'k1' ? 'Bread' : id),
  promotion: (id) => (id === 'q1' ? 'Bread week' : id),
  reward: (id) => (id === 'w1' ? 'Free coffee' : id),
  currency: 'PHP',
};
const product = {
  productId: 'p1',
  sku: null,
  name: 'Pandesal',
  barcodes: [],
  categoryId: null,
  priceMinor: 500,
  taxClassId: null,
  unit: 'each',
  tracksStock: true,
  lowStockMilli: null,
  favouritePosition: null,
  pointsMultiplierPpm: 1_000_000,
} as const;
const line = {
  lineId: 'l1',
  kind: 'product' as const,
  productId: 'p1',
  listPriceMinor: 500,
  priceReason: '',
  lineDiscountMinor: 0,
  orderDiscountMinor: 0,
  discountReason: '',
  creditId: null,
  sku: null,
  barcode: null,
  unit: 'each' as const,
  note: '',
  name: 'Pandesal',
  quantityMilli: 2000,
  unitPriceMinor: 500,
  grossMinor: 1000,
  discountMinor: 0,
  promotionMinor: 0,
  rewardMinor: 0,
  netMinor: 893,
  taxMinor: 107,
  totalMinor: 1000,
  taxRates: [],
  movesStock: true,
};
const promotion: EntryBodies['promotion.created']['promotion'] = {
  promotionId: 'q1',
  title: 'Bread week',
  description: '',
  effect: { kind: 'percent', percentPpm: 100_000 },
  scope: { kind: 'all' },
  audience: { kind: 'everybody' },
  needsCode: false,
  qrCode: 'AB',
  couponCode: null,
  validFrom: null,
  validUntil: null,
  hours: null,
  minimumSpendMinor: 0,
  bonusPoints: 0,
  combines: true,
  priority: 100,
  limitPerCustomer: null,
  limitTotal: null,
  isActive: true,
};
const payment = {
  paymentId: 'y1',
  kind: 'cash' as const,
  amountMinor: 600,
  tenderedMinor: 600,
  changeMinor: 0,
  reference: '',
  last4: '',
  creditId: null,
};
const sale: EntryBodies['sale.committed'] = {
  orderId: 'o1',
  publicId: 1,
  source: 'counter',
  receiptNumber: 'S01-T1-A-000001',
  shiftId: 's1',
  cashierId: 'a1',
  customerId: 'c1',
  currency: 'JPY',
  rules: { version: 1, taxMode: 'inclusive', taxRounding: 'line', rounding: 'half-up' },
  lines: [line],
  taxes: [],
  payments: [
    payment,
    { ...payment, kind: 'card' as const, amountMinor: 400 },
    { ...payment, amountMinor: 0 },
  ],
  itemCount: 2,
  grossMinor: 1000,
  discountMinor: 0,
  netMinor: 893,
  taxMinor: 107,
  totalMinor: 1000,
  cashRoundingMinor: 0,
  tipMinor: 0,
  paidMinor: 1000,
  discountReason: '',
  approvalIds: [],
  credits: [],
  changeMinor: 0,
  promotions: [],
  rewards: [],
  points: null,
};

const told: { [Kind in EntryKind]: [body: EntryBodies[Kind], summary: string] } = {
  'store.set-up': [
    { storeCode: 'S01', registerCode: 'T1', currency: 'PHP', demo: true },
    'Set up store S01, register T1, in PHP, as a demonstration',
  ],
  'settings.changed': [
    { changes: { shop: { name: 'B', phone: '1' }, points: { points: 2 } } },
    'Changed settings: shop.name, shop.phone, points.points',
  ],
  'account.created': [{ accountId: 'a1', role: 'staff' }, 'Made the account of Carlo Cashier, staff'],
  'account.changed': [
    { accountId: 'a1', changed: ['pin', 'role'], role: 'admin' },
    'Changed the account of Carlo Cashier: pin, role to admin',
  ],
  'account.sessions-ended': [{ accountId: 'a2', because: 'asked' }, 'Ended the sessions of a2 (asked)'],
  'sign-in.failed': [{ way: 'pin', failures: 1 }, 'Refused a sign-in by PIN: 1 failure in a row'],
  'category.created': [
    { categoryId: 'k1', name: 'Bread', colour: 'amber', position: 0 },
    'Made the category Bread',
  ],
  'category.changed': [
    { categoryId: 'k1', changes: { colour: 'red' } },
    'Changed the category Bread: colour to red',
  ],
  'product.created': [{ product: { ...product, barcodes: [] } }, 'Made the product Pandesal at PHP 5.00'],
  'product.changed': [
    { productId: 'p1', changes: { priceMinor: 625, sku: null, barcodes: ['1'], name: 'x'.repeat(61) } },
    'Changed the product Pandesal: price to PHP 6.25, sku removed, barcodes, name',
  ],
  'products.imported': [
    { importId: 'i1', chunk: 1, created: [{ ...product, barcodes: [] }], changed: [] },
    'Imported products: 1 made, 0 changed (part 2)',
  ],
  'stock.moved': [
    { movementId: 'm1', productId: 'p1', kind: 'receive', quantityMilli: 12500, reason: 'van' },
    'Stock of Pandesal: receive +12.5 (van)',
  ],
  'customer.created': [
    { customerId: 'c1', code: 'CUST-00001', qrCode: 'AB' },
    'Made the customer CUST-00001',
  ],
  'customer.changed': [
    { customerId: 'c1', changed: ['name', 'phone'] },
    'Changed the customer CUST-00001: name, phone',
  ],
  'shift.opened': [
    { shiftId: 's1', number: 3, floatMinor: 200000 },
    'Opened shift 3 with a float of PHP 2000.00',
  ],
  'approval.given': [
    {
      approvalId: 'w1',
      act: 'void',
      subject: 'o1',
      figure: 1000,
      way: 'manager',
      askedBy: 'a1',
      approvedBy: 'a2',
    },
    'a2 allowed Carlo Cashier: void',
  ],
  'approval.refused': [
    { act: 'void', subject: 'o1', figure: 1000, way: 'manager', because: 'pin', failures: 3 },
    'Refused the PIN of an approval: void, 3 failures in a row',
  ],
  'cash.moved': [
    {
      moveId: 'm1',
      shiftId: 's1',
      slipNumber: 4,
      kind: 'out',
      amountMinor: 5000,
      reason: 'ice',
      approvalId: null,
    },
    'Cash out: PHP 50.00 (ice), slip 4',
  ],
  'shift.counted': [
    {
      countId: 'n1',
      shiftId: 's1',
      number: 2,
      pieces: { '10000': 3 },
      tenders: [{ kind: 'cash', countedMinor: 30_000, expectedMinor: 30_500 }],
    },
    'Counted the drawer, count 2: cash PHP 300.00',
  ],
  'shift.closed': [
    {
      shiftId: 's1',
      zReportId: 'z1',
      zNumber: 7,
      countId: 'n1',
      varianceMinor: -500,
      reason: '',
      approvalIds: [],
      facts: {} as ShiftFacts,
    },
    'Closed the shift with Z report 7, PHP 5.00 short',
  ],
  'cart.lines-removed': [
    {
      cartId: 'o1',
      shiftId: 's1',
      lines: [
        {
          removalId: 'v1',
          lineId: 'l1',
          kind: 'removed',
          productId: 'p1',
          name: 'Pandesal',
          quantityMilli: 2000,
          amountMinor: 1000,
        },
      ],
      restored: [],
      approvalIds: [],
    },
    'Took out of a cart: 2 Pandesal (PHP 10.00)',
  ],
  'refund.committed': [
    {
      refundId: 'f1',
      receiptNumber: 'S01-T1-A-000008',
      orderId: 'o1',
      orderReceiptNumber: 'S01-T1-A-000007',
      exchangeOrderId: null,
      shiftId: 's1',
      cashierId: 'a1',
      customerId: null,
      reason: 'stale',
      approvalIds: ['w1'],
      currency: 'PHP',
      rules: { version: 1, taxMode: 'inclusive', taxRounding: 'line', rounding: 'half-up' },
      lines: [{ ...line, orderPosition: 0, restock: true }],
      taxes: [],
      payments: [],
      itemCount: 2,
      grossMinor: 1000,
      discountMinor: 0,
      netMinor: 893,
      taxMinor: 107,
      totalMinor: 1000,
      cashRoundingMinor: 0,
      paidMinor: 1000,
      points: null,
      credits: [],
    },
    'Refunded S01-T1-A-000008 of S01-T1-A-000007: 1 line, PHP 10.00',
  ],
  'sale.voided': [
    {
      voidId: 'v1',
      orderId: 'o1',
      receiptNumber: 'S01-T1-A-000007',
      shiftId: 's1',
      slipNumber: 5,
      reason: 'twice',
      approvalId: 'w1',
      movements: [],
      points: null,
      credits: [],
    },
    'Voided S01-T1-A-000007 (twice), slip 5',
  ],
  'credit.opened': [
    { creditId: 'k1', kind: 'gift-card', customerId: null, codeHash: 'ab', expiresOn: null },
    'Opened a gift card',
  ],
  'credit.changed': [
    { creditId: 'k1', kind: 'store-credit', entry: null, changes: { blocked: true }, reason: 'lost' },
    'Changed store credit: blocked to true (lost)',
  ],
  'credit.paid': [
    {
      paymentId: 'y1',
      creditId: 'k1',
      customerId: 'c1',
      shiftId: 's1',
      slipNumber: 6,
      tender: 'cash',
      amountMinor: 5000,
      reference: '',
      entry: { key: 'paid:y1', creditId: 'k1', kind: 'paid-off', amountMinor: 5000 },
    },
    'CUST-00001 paid PHP 50.00 on account, slip 6',
  ],
  'sale.committed': [sale, 'Sold S01-T1-A-000001: 1 line, JPY 1000 by cash and card'],
  'points.changed': [
    {
      key: 'k',
      kind: 'bonus',
      points: 50,
      promotionId: null,
      rewardId: null,
      customerId: 'c1',
      orderId: null,
    },
    'Gave 50 points to CUST-00001: bonus',
  ],
  'promotion.created': [{ promotion }, 'Made the promotion Bread week'],
  'promotion.changed': [
    { promotionId: 'q1', changes: { isActive: false, minimumSpendMinor: 5_000 } },
    'Changed the promotion Bread week: isActive to false, minimumSpend to PHP 50.00',
  ],
  'promotion.redeemed': [
    {
      redemptionId: 'r1',
      promotionId: 'q1',
      customerId: 'c1',
      orderId: null,
      points: [{ key: 'k', kind: 'bonus', points: 5, promotionId: 'q1', rewardId: null }],
    },
    'CUST-00001 took the promotion Bread week: 5 points',
  ],
  'reward.created': [
    {
      reward: {
        rewardId: 'w1',
        title: 'Free coffee',
        description: '',
        points: 100,
        effect: { kind: 'free-item', productId: 'p1' },
        stock: null,
        validFrom: null,
        validUntil: null,
        limitPerCustomer: null,
        isActive: true,
      },
    },
    'Made the reward Free coffee for 100 points',
  ],
  'reward.changed': [
    { rewardId: 'w1', changes: { points: 90, stock: 3 } },
    'Changed the reward Free coffee: points to 90, stock to 3',
  ],
  'card.issued': [{ customerId: 'c1', expiresAt: 1 }, 'Issued a card to CUST-00001'],
  'card.revoked': [{ customerId: 'c1', qrCode: 'AB', voidTo: 1 }, 'Revoked the cards of CUST-00001'],
  'order.placed': [
    {
      orderId: 'o1',
      publicId: 7,
      accountId: 'a1',
      customerId: 'c1',
      quantity: 2,
      priceMinor: 100,
      totalMinor: 200,
      currency: 'JPY',
    },
    'Web order 7: 2 pieces, JPY 200',
  ],
  'order-payment.started': [
    { paymentId: 'y1', orderId: 'o1', amountMinor: 150 },
    'Web payment of PHP 1.50 started',
  ],
  'order-payment.finished': [
    { paymentId: 'y1', orderId: 'o1', amountMinor: 150, state: 'completed' },
    'Web payment of PHP 1.50 completed',
  ],
  'device.enrolled': [{ deviceId: 'd1', name: 'Kiosk' }, 'Enrolled the device Kiosk'],
  'device.revoked': [{ deviceId: 'd1' }, 'Revoked the key of device d1'],
  'paper.reprinted': [
    { kind: 'z-report', id: 'z1', title: 'Z report 7', approvalIds: [] },
    'Printed Z report 7 again',
  ],
  'register.joined': [
    {
      organisationId: 'o1',
      storeId: 's1',
      storeCode: 'S01',
      registerId: 'r1',
      registerCode: 'T2',
      name: 'Front',
      publicKey: 'k',
      cardKid: 'c',
      cardPublicKey: 'k',
    },
    "Joined the shop's cloud as Front: store S01, register T2",
  ],
  'register.left': [{ storeId: 's1', registerId: 'r1' }, "Left the shop's cloud (store s1)"],
  'life.begun': [
    { writer: 'w2', because: 'restored', baseSeq: 7, letter: 'B7QX' },
    'Began a new life after a restore: receipts go on in series B7QX',
  ],
  'customer.merged': [{ customerId: 'c1', mergedId: 'c2' }, 'Joined the customer c2 with CUST-00001'],
  'customer.erased': [{ customerId: 'c1' }, 'Erased the customer CUST-00001'],
  'drawer.tested': [{ pin: 2 }, 'Opened the drawer to try it, pin 2'],
  'receipt.reprinted': [
    { orderId: 'o1', receiptNumber: 'S01-T1-A-000001', approvalIds: [] },
    'Printed S01-T1-A-000001 again',
  ],
};

test('every kind of entry is told in a line', () => {
  expect(Object.keys(told).toSorted()).toEqual(Object.keys(entryVersions).toSorted());
  for (const [kind, [body, summary]] of Object.entries(told)) {
    expect(summariseEntry(kind, body, names)).toBe(summary);
  }
});

test('ways of paying are named as on the receipt', () => {
  const byWallet = { ...sale, payments: [{ ...payment, kind: 'ewallet' as const }] };
  expect(summariseEntry('sale.committed', byWallet, names)).toMatch(/ by e-wallet$/);
});

test('an entry of another version or with a damaged body is named, not hidden', () => {
  expect(summariseEntry('loyalty.tier-changed', {}, names)).toBe('An entry of kind loyalty.tier-changed');
  expect(summariseEntry('toString', {}, names)).toBe('An entry of kind toString');
  for (const kind of Object.keys(entryVersions)) {
    expect(summariseEntry(kind, '{"half', names)).toMatch(/./);
    expect(summariseEntry(kind, null, names)).toBe(`An entry of kind ${kind} that cannot be read`);
  }
});
