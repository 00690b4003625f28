import { wayOf, type Act, type ActRules } from './acts.ts';
import { addMinor } from './money.ts';
import type { CartLine, Discount, PricedCart } from './price.ts';

/** A line as far as somebody decided its price: `listPriceMinor` is what the catalogue asks. */
export type DecidedLine = Pick<CartLine, 'lineId' | 'unitPriceMinor' | 'discount'> & {
  kind: 'product' | 'ad-hoc' | 'gift-card';
  listPriceMinor: number;
};

/** An act of the sale that may need an approval: what it is about, and its size in the act's measure. */
export type SaleAct = { act: Act; subject: string; figure: number };

const ALL_PPM = 1_000_000;

/** Every act in a cart that the owner's rules may limit, line by line, the whole sale last. */
export function saleActs(
  cart: { id: string; lines: readonly DecidedLine[]; discount?: Discount | undefined },
  priced: Pick<PricedCart, 'lines'>,
): SaleAct[] {
  const acts = cart.lines.flatMap((line, index) => {
    const { grossMinor = 0, lineDiscountMinor = 0 } = priced.lines[index] ?? {};
    return lineActs(line, grossMinor, lineDiscountMinor);
  });
  // Nothing is taken off a gift card, so what it is sold for makes no discount smaller.
  const goods = priced.lines.filter((_, index) => cart.lines[index]?.kind !== 'gift-card');
  const orderDiscountMinor = addMinor(...goods.map((line) => line.orderDiscountMinor));
  const figure = discountFigure(cart.discount, orderDiscountMinor, beforeOrderDiscount({ lines: goods }));
  return figure === 0 ? acts : [...acts, { act: 'discount-order', subject: cart.id, figure }];
}

function lineActs(line: DecidedLine, grossMinor: number, discountMinor: number): SaleAct[] {
  const { lineId: subject, kind, discount, unitPriceMinor, listPriceMinor } = line;
  const price = kind === 'product' ? priceFigure(listPriceMinor, unitPriceMinor) : 0;
  const given = discountFigure(discount, discountMinor, grossMinor);
  return [
    ...(kind === 'ad-hoc' ? [{ act: 'ad-hoc-item', subject, figure: grossMinor } as const] : []),
    ...(price === 0 ? [] : [{ act: 'price-change', subject, figure: price } as const]),
    ...(given === 0 ? [] : [{ act: 'discount-line', subject, figure: given } as const]),
  ];
}

/** What is left of a cart before anything is taken off the whole of it. */
export function beforeOrderDiscount({ lines }: Pick<PricedCart, 'lines'>): number {
  return addMinor(
    ...lines.map(
      ({ grossMinor, lineDiscountMinor, promotionMinor, rewardMinor }) =>
        grossMinor - lineDiscountMinor - promotionMinor - rewardMinor,
    ),
  );
}

/** The size of a discount in parts per million: as it was given, or what an amount is of what it was taken off. */
export function discountFigure(discount: Discount | undefined, takenMinor: number, ofMinor: number): number {
  if (discount === undefined || ofMinor === 0) return 0;
  if (discount.kind === 'percent') return Math.min(discount.percentPpm, ALL_PPM);
  return partsOf(takenMinor, ofMinor);
}

/** How far a price is from the list price, up or down, in parts per million; all of it where there was none. */
export function priceFigure(listPriceMinor: number, unitPriceMinor: number): number {
  if (listPriceMinor === unitPriceMinor) return 0;
  return listPriceMinor === 0 ? ALL_PPM : partsOf(Math.abs(unitPriceMinor - listPriceMinor), listPriceMinor);
}

/** Rounded up: a part that is a little above a limit is above it. */
function partsOf(partMinor: number, wholeMinor: number): number {
  const whole = BigInt(wholeMinor);
  return Number((BigInt(partMinor) * BigInt(ALL_PPM) + whole - 1n) / whole);
}

/** Whether the books want to know why: of every price that was changed, and of discounts beyond what staff give freely. */
export function needsReason({ act, figure }: Pick<SaleAct, 'act' | 'figure'>, rules: ActRules): boolean {
  if (act === 'price-change') return true;
  return (
    (act === 'discount-line' || act === 'discount-order') && wayOf(act, 'staff', figure, rules) !== 'allow'
  );
}
