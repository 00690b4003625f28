import type { Role } from '../domain/permissions.ts';
import type { TenderKind } from '../domain/settle.ts';
import type { TaxMode, TaxRate } from '../domain/tax.ts';

/**
 * The body of every kind of journal entry, by kind; the version of each is 1 until a released body has to change, which
 * makes a new version beside the old one. Personal fields are never here: they travel in the entry's detachable part.
 */
export type EntryBodies = {
  'store.set-up': { storeCode: string; registerCode: string; currency: string; demo: boolean };
  'settings.changed': { changes: Record<string, unknown> };
  'account.created': { accountId: string; role: Role };
  'account.changed': { accountId: string; changed: string[]; role?: Role; status?: 'active' | 'disabled' };
  'account.sessions-ended': { accountId: string; because: string };
  'sign-in.failed': { way: 'password' | 'pin'; failures: number };
  'category.created': { categoryId: string; name: string; colour: string; position: number };
  'category.changed': { categoryId: string; changes: Record<string, unknown> };
  'product.created': { product: ProductBody };
  'product.changed': { productId: string; changes: Record<string, unknown> };
  'products.imported': {
    importId: string;
    chunk: number;
    created: ProductBody[];
    changed: { productId: string; changes: Record<string, unknown> }[];
  };
  'stock.moved': {
    movementId: string;
    productId: string;
    kind: string;
    quantityMilli: number;
    reason: string;
  };
  'customer.created': { customerId: string; code: string; qrCode: string };
  'customer.changed': { customerId: string; changed: string[] };
  'shift.opened': { shiftId: string; number: number; floatMinor: number };
  'sale.committed': SaleBody;
  'receipt.reprinted': { orderId: string; receiptNumber: string };
};

export type EntryKind = keyof EntryBodies;

export const entryVersions: Record<EntryKind, number> = {
  'store.set-up': 1,
  'settings.changed': 1,
  'account.created': 1,
  'account.changed': 1,
  'account.sessions-ended': 1,
  'sign-in.failed': 1,
  'category.created': 1,
  'category.changed': 1,
  'product.created': 1,
  'product.changed': 1,
  'products.imported': 1,
  'stock.moved': 1,
  'customer.created': 1,
  'customer.changed': 1,
  'shift.opened': 1,
  'sale.committed': 1,
  'receipt.reprinted': 1,
};

export type ProductBody = {
  productId: string;
  sku: string | null;
  name: string;
  barcodes: string[];
  categoryId: string | null;
  priceMinor: number;
  taxClassId: string | null;
  unit: 'each' | 'kg';
  tracksStock: boolean;
  lowStockMilli: number | null;
  favouritePosition: number | null;
};

export type SaleBody = {
  orderId: string;
  receiptNumber: string;
  shiftId: string;
  cashierId: string;
  customerId: string | null;
  currency: string;
  rules: { version: number; taxMode: TaxMode; taxRounding: string; rounding: string };
  lines: {
    lineId: string;
    productId: string | null;
    name: string;
    sku: string | null;
    barcode: string | null;
    unit: 'each' | 'kg';
    note: string;
    quantityMilli: number;
    unitPriceMinor: number;
    grossMinor: number;
    discountMinor: number;
    netMinor: number;
    taxMinor: number;
    totalMinor: number;
    taxRates: readonly TaxRate[];
    /** Whether the line moved stock; the movement has the line's id. */
    movesStock: boolean;
  }[];
  taxes: { name: string; ratePpm: number; compound: boolean; baseMinor: number; taxMinor: number }[];
  payments: {
    paymentId: string;
    kind: TenderKind;
    amountMinor: number;
    tenderedMinor: number;
    changeMinor: number;
    reference: string;
    last4: string;
  }[];
  itemCount: number;
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  cashRoundingMinor: number;
  paidMinor: number;
  changeMinor: number;
  /** `key` names the points entry, so that it counts once. */
  points: { key: string; earned: number } | null;
};
