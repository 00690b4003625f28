import type { Product } from '../../../shared/api/catalog.ts';
import type { QrDrawing } from '../../../shared/domain/receipt-blocks.ts';

/** `name` is null for a gift card, which is no product. */
export type DisplayLine = {
  lineId: string;
  name: string | null;
  quantityMilli: number;
  unit: Product['unit'];
  unitPriceMinor: number;
  amountMinor: number;
};

/** `discountMinor`: what was taken off besides the lines; `taxAddedMinor`: tax that the prices do not have in them. */
export type DisplayCart = {
  lines: readonly DisplayLine[];
  newestLineId: string | null;
  itemCount: number;
  discountMinor: number;
  taxAddedMinor: number;
  totalMinor: number;
};

/** What the customer sees; `qr` is the code on the receipt, where the shop has one. */
export type DisplayState =
  | { kind: 'idle' }
  | { kind: 'cart'; cart: DisplayCart }
  | { kind: 'pay'; cart: DisplayCart; paidMinor: number; leftMinor: number }
  | {
      kind: 'thanks';
      totalMinor: number;
      changeMinor: number;
      receiptNumber: string;
      pointsEarned: number;
      qr: QrDrawing | null;
    };

/** Whose till it is, and how it writes money and time. */
export type DisplayShop = { name: string; locale: string; currencyCode: string; timeZone: string };

/** `screen` names the till's screen: a browser may have several, and one display. */
export type Shown = { screen: string; shop: DisplayShop; state: DisplayState };

/** A display asks; a till says that it is there, what to show, and that it has gone. */
export type DisplayMessage =
  { kind: 'ask' } | { kind: 'here' } | ({ kind: 'show' } & Shown) | { kind: 'gone'; screen: string };

export const displayPath = '/display';
export const displayChannel = 'sukli-customer-display';
