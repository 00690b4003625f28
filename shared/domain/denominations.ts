import type { Currency } from './currency.ts';
import { addMinor, isMinor } from './money.ts';

/** Counted notes and coins by the worth of one, in minor units. */
export type Pieces = Readonly<Record<string, number>>;

/** Notes and coins that are in circulation, in minor units, descending: what a drawer holds and a cashier counts. */
const DENOMINATIONS: Readonly<Record<string, readonly number[]>> = {
  PHP: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100, 25, 5, 1],
  USD: [10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1],
  CAD: [10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5],
  AUD: [10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5],
  NZD: [10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10],
  SGD: [100000, 10000, 5000, 1000, 500, 200, 100, 50, 20, 10, 5],
  MYR: [10000, 5000, 2000, 1000, 500, 100, 50, 20, 10, 5],
  EUR: [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  GBP: [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  CHF: [100000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5],
  DKK: [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50],
  NOK: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100],
  SEK: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100],
  PLN: [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  CZK: [500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100],
  INR: [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50],
  NPR: [100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100],
  PKR: [500000, 100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100],
  BDT: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100],
  LKR: [500000, 100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100],
  THB: [100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25],
  CNY: [10000, 5000, 2000, 1000, 500, 100, 50, 10],
  HKD: [100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10],
  TWD: [200000, 100000, 50000, 20000, 10000, 5000, 1000, 500, 100],
  JPY: [10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1],
  KRW: [50000, 10000, 5000, 1000, 500, 100, 50, 10],
  VND: [500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500],
  IDR: [10000000, 5000000, 2000000, 1000000, 500000, 200000, 100000, 50000, 20000, 10000],
  AED: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100, 50, 25],
  SAR: [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1],
  KWD: [20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5],
  BHD: [20000, 10000, 5000, 1000, 500, 100, 50, 25, 10, 5],
  BRL: [20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5],
  MXN: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50],
  ZAR: [20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10],
  NGN: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500],
  KES: [100000, 50000, 20000, 10000, 5000, 4000, 2000, 1000, 500, 100],
  EGP: [20000, 10000, 5000, 2000, 1000, 500, 100, 50, 25],
  TRY: [20000, 10000, 5000, 2000, 1000, 500, 100, 50, 25, 10, 5],
};

/** Notes and coins of a currency, descending; of one that is not listed 1, 2, 5, 10 … of its units, as most are made. */
export function denominationsOf(currency: Currency): readonly number[] {
  const known = DENOMINATIONS[currency.code];
  if (known !== undefined) return known;
  const lowest = currency.exponent === 0 ? 1 : 10 ** (currency.exponent - 1);
  return [10_000, 1000, 100, 10, 1].flatMap((row) => [5 * row * lowest, 2 * row * lowest, row * lowest]);
}

/** What the pieces come to. Throws RangeError for what is not a count of something of some worth. */
export function piecesTotal(pieces: Pieces): number {
  return addMinor(
    ...Object.entries(pieces).map(([worth, count]) => {
      const amount = Number(worth) * count;
      if (!isMinor(amount) || count < 0 || Number(worth) <= 0) {
        throw new RangeError(`Not a count of pieces: ${count} of ${worth}`);
      }
      return amount;
    }),
  );
}
