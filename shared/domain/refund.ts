import { multiplyDivide, shareByLargestRemainder, type RoundingMode } from './money.ts';
import { ONE } from './quantity.ts';
import { fail, ok, type Result } from './result.ts';
import { addUpTaxes, taxLines } from './tax-lines.ts';
import type { Taxed, TaxMode, TaxPart, TaxRate } from './tax.ts';

/** A line as its sale stored it; lines are known by their position. */
export type SoldLine = {
  quantityMilli: number;
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxRates: readonly TaxRate[];
};

/** What a refund needs of a sale: its lines, and the rules that it was priced with, not those of today. */
export type SoldCart = {
  lines: readonly SoldLine[];
  rules: { taxMode: TaxMode; taxRounding: 'line' | 'order'; rounding: RoundingMode };
};

/** So much of the line at this position comes back. */
export type Returned = { position: number; quantityMilli: number };

/** The figures of something that comes back, above zero: `netMinor + taxMinor = totalMinor`. */
export type RefundFigures = Omit<SoldLine, 'quantityMilli' | 'taxRates'>;

export type RefundedLine = Returned & RefundFigures & { parts: TaxPart[] };

export type PricedRefund = RefundFigures & {
  lines: RefundedLine[];
  taxes: TaxPart[];
  itemCount: number;
};

/** What of one line has not come back yet. */
export type LineLeft = {
  quantityMilli: number;
  grossMinor: number;
  keptMinor: number;
  taxes: number[];
};

/**
 * The figures of a refund, from the sale and everything that came back of it before, in the order in which it did. What
 * a line asked (`grossMinor`) comes back by the quantity that has come back in all; what was taken off and its taxes go
 * along in proportion to what is left of them. So refunds of any parts never come to more than the sale, in any figure
 * of any line, and come to exactly the sale with the last one. Fails with `refund-exceeds` (with `details.lines`).
 */
export function priceRefund(
  sale: SoldCart,
  before: readonly (readonly Returned[])[],
  asked: readonly Returned[],
): Result<PricedRefund> {
  const left = leftOf(sale, before);
  const over = exceeding(left, asked);
  if (over.length > 0) {
    return fail({
      code: 'refund-exceeds',
      message: 'More would come back than is left of this sale. Nothing was refunded.',
      details: { lines: over },
    });
  }
  const lines = asked.map((ask) => takeBack(sale, left, ask));
  return ok(addUp(lines));
}

/** What is left of every line after these refunds: nothing where two tills at once took more back than was sold. */
export function leftOf(sale: SoldCart, before: readonly (readonly Returned[])[]): LineLeft[] {
  const taxed = taxLines(
    sale.lines.map((line) => ({ amountMinor: keptOf(line), rates: line.taxRates })),
    sale.rules,
  );
  const left = sale.lines.map((line, index) => ({
    quantityMilli: line.quantityMilli,
    grossMinor: line.grossMinor,
    keptMinor: keptOf(line),
    taxes: taxesOf(line, taxed[index]),
  }));
  for (const { position, quantityMilli } of before.flat()) {
    const most = Math.min(quantityMilli, left[position]?.quantityMilli ?? 0);
    if (most > 0) takeBack(sale, left, { position, quantityMilli: most });
  }
  return left;
}

/** What the refunds of a sale may still come to. */
export function leftMinor(left: readonly LineLeft[], taxMode: TaxMode): number {
  return left.reduce(
    (sum, line) => sum + line.keptMinor + (taxMode === 'exclusive' ? sumOf(line.taxes) : 0),
    0,
  );
}

function keptOf({ grossMinor, discountMinor }: SoldLine): number {
  return grossMinor - discountMinor;
}

/** The tax of each rate on the line: worked out again as the sale did, the stored sum shared by it. */
function taxesOf(line: SoldLine, taxed: Taxed | undefined): number[] {
  const parts = (taxed?.parts ?? []).map(({ taxMinor }) => taxMinor);
  if (sumOf(parts) === line.taxMinor) return parts;
  return shareByLargestRemainder(
    line.taxMinor,
    line.taxRates.map(({ ratePpm }) => ratePpm),
  );
}

function exceeding(left: readonly LineLeft[], asked: readonly Returned[]) {
  const wanted = new Map<number, number>();
  for (const { position, quantityMilli } of asked) {
    wanted.set(position, (wanted.get(position) ?? 0) + quantityMilli);
  }
  return [...wanted].flatMap(([position, wantedMilli]) => {
    const leftMilli = left[position]?.quantityMilli ?? 0;
    return wantedMilli <= leftMilli ? [] : [{ position, wantedMilli, leftMilli }];
  });
}

/** Takes a part out of what is left of its line, and gives its figures. */
function takeBack({ lines, rules }: SoldCart, left: LineLeft[], ask: Returned): RefundedLine {
  const line = lines[ask.position];
  const rest = left[ask.position];
  const { quantityMilli } = ask;
  if (line === undefined || rest === undefined || quantityMilli <= 0 || quantityMilli > rest.quantityMilli) {
    throw new RangeError(`Not a part of what is left: ${quantityMilli} of line ${ask.position}`);
  }
  const leftMilli = rest.quantityMilli - quantityMilli;
  const leftGrossMinor =
    leftMilli === 0 ? 0 : share(line.grossMinor, leftMilli, line.quantityMilli, rules.rounding);
  const grossMinor = Math.max(rest.grossMinor - leftGrossMinor, 0);
  const keptMinor =
    leftMilli === 0 ? rest.keptMinor : share(rest.keptMinor, grossMinor, rest.grossMinor, rules.rounding);
  const wholeTaxMinor = sumOf(rest.taxes);
  const taxMinor =
    leftMilli === 0 ? wholeTaxMinor : share(wholeTaxMinor, keptMinor, rest.keptMinor, rules.rounding);
  const taxes = rest.taxes.length === 0 ? [] : shareWithin(taxMinor, rest.taxes);
  left[ask.position] = {
    quantityMilli: leftMilli,
    grossMinor: rest.grossMinor - grossMinor,
    keptMinor: rest.keptMinor - keptMinor,
    taxes: rest.taxes.map((tax, index) => tax - (taxes[index] ?? 0)),
  };
  const netMinor = rules.taxMode === 'inclusive' ? keptMinor - taxMinor : keptMinor;
  return {
    ...ask,
    grossMinor,
    discountMinor: grossMinor - keptMinor,
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    parts: partsOf(line.taxRates, taxes, netMinor),
  };
}

/** `amount × part / whole`; nothing of nothing. */
function share(amountMinor: number, part: number, whole: number, rounding: RoundingMode): number {
  return whole === 0 ? 0 : multiplyDivide(amountMinor, part, whole, rounding);
}

/** Shares a sum that is at most that of the weights; none gets more than its weight. */
function shareWithin(minor: number, weights: readonly number[]): number[] {
  return minor === 0 ? weights.map(() => 0) : shareByLargestRemainder(minor, weights);
}

function partsOf(rates: readonly TaxRate[], taxes: readonly number[], netMinor: number): TaxPart[] {
  let before = netMinor;
  return rates.map(({ name, ratePpm, compound }, index) => {
    const taxMinor = taxes[index] ?? 0;
    const baseMinor = compound ? before : netMinor;
    before += taxMinor;
    return { name, ratePpm, compound, baseMinor, taxMinor };
  });
}

function addUp(lines: RefundedLine[]): PricedRefund {
  const figure = (of: (line: RefundedLine) => number) => sumOf(lines.map(of));
  return {
    lines,
    taxes: addUpTaxes(lines.map((line) => ({ ...line, grossMinor: line.totalMinor }))),
    itemCount: figure(({ quantityMilli }) => (quantityMilli % ONE === 0 ? quantityMilli / ONE : 1)),
    grossMinor: figure((line) => line.grossMinor),
    discountMinor: figure((line) => line.discountMinor),
    netMinor: figure((line) => line.netMinor),
    taxMinor: figure((line) => line.taxMinor),
    totalMinor: figure((line) => line.totalMinor),
  };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
