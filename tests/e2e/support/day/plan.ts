/** What the shop of the scripted day sells. `vatPercent` is in the price; the weighed one costs so much per kilogram. */
export const shelf = {
  pandesal: { name: 'Pandesal', price: '5.00', vatPercent: 12, unit: 'each', category: 'Bakery' },
  ensaymada: { name: 'Ensaymada', price: '45.00', vatPercent: 12, unit: 'each', category: 'Bakery' },
  coffee: { name: 'Barako coffee', price: '65.00', vatPercent: 12, unit: 'each', category: 'Drinks' },
  milk: { name: 'Fresh milk', price: '98.00', vatPercent: 12, unit: 'each', category: 'Drinks' },
  rice: { name: 'Jasmine rice', price: '58.00', vatPercent: 0, unit: 'kg', category: 'Grocery' },
} as const;

export type Goods = keyof typeof shelf;

/** `quantity` as a person types it: pieces, or kilograms. */
export type PlannedLine = { goods: Goods; quantity: string; discountPercent?: number };

/**
 * How it is paid. `exact`: cash, to the centavo; `cash`: with notes, so that change goes back; `card`; `split`: so much by
 * card, the rest in cash exactly; `points`: so many points, the rest in cash exactly.
 */
export type PlannedPayment =
  | { by: 'exact' }
  | { by: 'cash'; handedOver: string }
  | { by: 'card' }
  | { by: 'split'; card: string }
  | { by: 'points'; points: number };

export type PlannedSale = {
  lines: PlannedLine[];
  saleDiscountPercent?: number;
  /** Whether it is to the day's one customer, who earns a point for every 10.00. */
  toCustomer?: boolean;
  /** A line that is rung up and taken out again before the payment. */
  takenOut?: PlannedLine;
  pay: PlannedPayment;
};

/** Beyond this a cashier's discount takes a manager's PIN. */
export const freeDiscountPercent = 10;
/** A point is worth so much when it is paid with; every full 10.00 brings one. */
export const pointWorth = '0.10';

const patterns: readonly ((index: number) => Omit<PlannedSale, 'pay'>)[] = [
  () => ({
    lines: [
      { goods: 'pandesal', quantity: '10' },
      { goods: 'coffee', quantity: '1' },
    ],
  }),
  (index) => ({
    lines: [
      { goods: 'rice', quantity: (0.75 + index / 100).toFixed(3) },
      { goods: 'milk', quantity: '1' },
    ],
  }),
  () => ({ lines: [{ goods: 'ensaymada', quantity: '2', discountPercent: 10 }] }),
  () => ({
    lines: [
      { goods: 'coffee', quantity: '3' },
      { goods: 'milk', quantity: '1' },
    ],
    saleDiscountPercent: 5,
    toCustomer: true,
  }),
  () => ({
    lines: [
      { goods: 'milk', quantity: '1' },
      { goods: 'pandesal', quantity: '6' },
    ],
  }),
];
const payments: readonly PlannedPayment[] = [
  { by: 'exact' },
  { by: 'cash', handedOver: '500.00' },
  { by: 'card' },
  { by: 'split', card: '50.00' },
];

/** Forty sales: what is bought repeats every five, how it is paid every four, so that each meets each. */
export const plannedSales: readonly PlannedSale[] = Array.from({ length: 40 }, (_, index): PlannedSale => {
  const bought = patterns[index % patterns.length]?.(index);
  const pay = payments[index % payments.length];
  if (bought === undefined || pay === undefined) throw new Error('a day without a plan');
  if (index === 12) return { ...bought, pay, takenOut: { goods: 'milk', quantity: '1' } };
  // The one discount that a cashier may not give alone.
  if (index === 22) return { lines: [{ goods: 'ensaymada', quantity: '2', discountPercent: 25 }], pay };
  if (index === 38) return { ...bought, pay: { by: 'points', points: 100 } };
  return { ...bought, pay };
});

/** After this sale the next cart is put on hold, the power fails, and the cart is recalled. */
export const heldSale = 20;

/** Which sales come back, by their place among the forty: a whole one, a part of a line, and one that was paid by card. */
export const plannedRefunds = [
  { sale: 4, lines: 'all', reason: 'Spoiled' },
  { sale: 5, lines: { goods: 'pandesal', quantity: '5' }, reason: 'Changed mind' },
  { sale: 18, lines: 'all', reason: 'Wrong item' },
] as const;

export const plannedVoid = { sale: 8, reason: 'Rung up twice' } as const;

export const plannedMoves = [
  { kind: 'in', amount: '500.00', reason: 'Small change' },
  { kind: 'out', amount: '120.00', reason: 'Ice' },
  { kind: 'drop', amount: '1000.00', reason: 'To the safe' },
  { kind: 'no-sale', amount: '0.00', reason: 'Change for a customer' },
] as const;

/** The float: so many notes of 100.00 and coins of 10.00. */
export const floatPieces = { '10000': 15, '1000': 50 } as const;
/** So much less is counted than should be there. */
export const missing = '5.00';
