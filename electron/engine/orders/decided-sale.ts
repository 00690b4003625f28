import type { CartLine, PricedCart, PricingRules } from '../../../shared/domain/price.ts';
import type { Settlement } from '../../../shared/domain/settle.ts';
import type { PointsFact } from '../../../shared/journal/kinds.ts';
import type { customerForSale, openShiftForSale, productForSale } from './order-statements.ts';

export type ProductForSale = NonNullable<(typeof productForSale)['row']>;
export type CustomerForSale = NonNullable<(typeof customerForSale)['row']>;
export type ShiftForSale = NonNullable<(typeof openShiftForSale)['row']>;

/** `product` is null for what the catalogue does not know: an order of the web names what it wants. */
export type SaleLine = CartLine & { product: ProductForSale | null; note: string };

/** Whose act the sale is, as the books name that account. */
export type Seller = { accountId: string; accountRowId: number; displayName: string };

/** A sale that may be written as it stands: everything that can be refused has been. */
export type DecidedSale = {
  orderId: string;
  /** Null: the next of the series. An order of the web brings the one that it was placed with. */
  publicId: number | null;
  source: 'counter' | 'web';
  seller: Seller;
  /** Null: paid through the web while no shift was open. */
  shift: ShiftForSale | null;
  customer: CustomerForSale | null;
  lines: readonly SaleLine[];
  rules: PricingRules;
  priced: PricedCart;
  settlement: Settlement;
  /** The customer's ledger entries of this sale, in their order. */
  points: readonly PointsFact[];
  /** What the order earned before it was a sale; it is in the ledger already. */
  pointsEarnedBefore: number;
  requestHash: Uint8Array;
  /** Whether paper is wanted; as in the settings when left out. */
  print: boolean | undefined;
};
