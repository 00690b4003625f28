import {
  floatPieces,
  plannedMoves,
  plannedRefunds,
  plannedSales,
  plannedVoid,
  pointWorth,
  shelf,
  type Goods,
  type PlannedSale,
} from './plan.ts';

/*
 * The figures of the day by plain arithmetic over centavos as bigints, from the plan alone: none of the product's own
 * rules is used here. Every figure of the Z report is held against these.
 */
export const centavos = (text: string): bigint => {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
};
const thousandths = (text: string): bigint => {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * 1000n + BigInt(part.padEnd(3, '0').slice(0, 3));
};
/** Half goes up; for amounts that are not negative. */
const divide = (amount: bigint, by: bigint): bigint => (2n * amount + by) / (2n * by);
const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

export type ReckonedLine = {
  goods: Goods;
  milli: bigint;
  gross: bigint;
  discount: bigint;
  total: bigint;
  tax: bigint;
  vatPercent: number;
};
export type ReckonedSale = {
  lines: ReckonedLine[];
  items: bigint;
  gross: bigint;
  discount: bigint;
  total: bigint;
  tax: bigint;
  cash: bigint;
  /** What was handed over in cash, and what of it went back. */
  handedOver: bigint;
  change: bigint;
  card: bigint;
  pointsPaid: bigint;
  pointsSpent: bigint;
  pointsEarned: bigint;
};

/** What one planned sale comes to. */
export function reckonSale(sale: PlannedSale): ReckonedSale {
  const before = sale.lines.map(({ goods, quantity, discountPercent = 0 }) => {
    const milli = thousandths(quantity);
    const gross = divide(centavos(shelf[goods].price) * milli, 1000n);
    return { goods, milli, gross, discount: divide(gross * BigInt(discountPercent), 100n) };
  });
  // The sale's discount, chosen so that each line's part comes out even.
  const lines = before.map((line): ReckonedLine => {
    const left = line.gross - line.discount;
    const part = (left * BigInt(sale.saleDiscountPercent ?? 0)) / 100n;
    const total = left - part;
    const vatPercent = shelf[line.goods].vatPercent;
    const tax = divide(total * BigInt(vatPercent), BigInt(100 + vatPercent));
    return { ...line, discount: line.discount + part, total, tax, vatPercent };
  });
  const total = sumOf(lines.map((line) => line.total));
  const paid = reckonPayment(sale, total);
  const earning = total - paid.pointsPaid;
  return {
    lines,
    items: sumOf(lines.map((line) => (shelf[line.goods].unit === 'kg' ? 1n : line.milli / 1000n))),
    gross: sumOf(lines.map((line) => line.gross)),
    discount: sumOf(lines.map((line) => line.discount)),
    total,
    tax: sumOf(lines.map((line) => line.tax)),
    ...paid,
    pointsEarned: sale.toCustomer === true ? earning / 1000n : 0n,
  };
}

function reckonPayment({ pay }: PlannedSale, total: bigint) {
  const nothing = { card: 0n, pointsPaid: 0n, pointsSpent: 0n, change: 0n };
  switch (pay.by) {
    case 'exact':
      return { ...nothing, cash: total, handedOver: total };
    case 'cash': {
      const handedOver = centavos(pay.handedOver);
      return { ...nothing, cash: total, handedOver, change: handedOver - total };
    }
    case 'card':
      return { ...nothing, cash: 0n, handedOver: 0n, card: total };
    case 'split': {
      const card = centavos(pay.card);
      return { ...nothing, cash: total - card, handedOver: total - card, card };
    }
    case 'points': {
      const pointsPaid = BigInt(pay.points) * centavos(pointWorth);
      const cash = total - pointsPaid;
      return { ...nothing, cash, handedOver: cash, pointsPaid, pointsSpent: BigInt(pay.points) };
    }
  }
}

export type ReckonedRefund = {
  lines: ReckonedLine[];
  total: bigint;
  tax: bigint;
  cash: bigint;
  card: bigint;
  /** What was earned with what came back; the plan refunds a customer’s sale only whole. */
  pointsTaken: bigint;
};

function reckonRefund({ sale, lines }: (typeof plannedRefunds)[number]): ReckonedRefund {
  const planned = plannedSales[sale];
  if (planned === undefined) throw new Error('a refund of no sale');
  const sold = reckonSale(planned);
  const back =
    lines === 'all'
      ? sold.lines
      : sold.lines
          .filter(({ goods }) => goods === lines.goods)
          .map((line) => {
            const milli = thousandths(lines.quantity);
            const share = (amount: bigint) => divide(amount * milli, line.milli);
            return {
              ...line,
              milli,
              gross: share(line.gross),
              discount: share(line.discount),
              total: share(line.total),
              tax: share(line.tax),
            };
          });
  const total = sumOf(back.map((line) => line.total));
  const isByCard = planned.pay.by === 'card';
  return {
    lines: back,
    total,
    tax: sumOf(back.map((line) => line.tax)),
    cash: isByCard ? 0n : total,
    card: isByCard ? total : 0n,
    pointsTaken: lines === 'all' ? sold.pointsEarned : 0n,
  };
}

/** The whole day: what the Z report has to say. Amounts are numbers of centavos, as the report has them. */
export function reckonDay() {
  const everySale = plannedSales.map(reckonSale);
  const kept = everySale.filter((_, index) => index !== plannedVoid.sale);
  const voided = everySale[plannedVoid.sale];
  if (voided === undefined) throw new Error('a void of no sale');
  const refunds = plannedRefunds.map(reckonRefund);
  const sum = <T>(of: readonly T[], amount: (each: T) => bigint): bigint => sumOf(of.map(amount));
  const moved = (kind: string) =>
    sumOf(plannedMoves.filter((move) => move.kind === kind).map(({ amount }) => centavos(amount)));
  const float = sumOf(Object.entries(floatPieces).map(([worth, count]) => BigInt(worth) * BigInt(count)));
  const steps = {
    float,
    cashSales: sum(everySale, (sale) => sale.handedOver),
    change: -sum(everySale, (sale) => sale.change),
    cashRefunds: -sum(refunds, (refund) => refund.cash),
    voids: -voided.cash,
    accountPayments: 0n,
    cashIn: moved('in'),
    cashOut: -moved('out'),
    drops: -moved('drop'),
  };
  const soldLines = kept.flatMap(({ lines }) => lines);
  const backLines = refunds.flatMap(({ lines }) => lines);
  const net = (line: ReckonedLine) => line.total - line.tax;
  const total = sum(kept, (sale) => sale.total);
  const refunded = sum(refunds, (refund) => refund.total);
  return {
    sales: {
      count: kept.length,
      itemCount: Number(sum(kept, ({ items }) => items)),
      grossMinor: Number(sum(kept, ({ gross }) => gross)),
      discountMinor: Number(sum(kept, ({ discount }) => discount)),
      netMinor: Number(sum(soldLines, net)),
      taxMinor: Number(sum(soldLines, ({ tax }) => tax)),
      totalMinor: Number(total),
    },
    refunds: {
      count: refunds.length,
      netMinor: Number(sum(backLines, net)),
      taxMinor: Number(sum(backLines, ({ tax }) => tax)),
      totalMinor: Number(refunded),
      reasons: plannedRefunds.map(({ reason }) => reason),
    },
    voids: { count: 1, totalMinor: Number(voided.total), reasons: [plannedVoid.reason] },
    vat: {
      baseMinor: Number(vatOf(soldLines, net) - vatOf(backLines, net)),
      taxMinor: Number(vatOf(soldLines, ({ tax }) => tax) - vatOf(backLines, ({ tax }) => tax)),
    },
    byCategory: ['Bakery', 'Drinks', 'Grocery'].map((name) => ({
      name,
      quantityMilli: Number(
        inCategory(soldLines, name, (line) => line.milli) - inCategory(backLines, name, (line) => line.milli),
      ),
      totalMinor: Number(
        inCategory(soldLines, name, (line) => line.total) - inCategory(backLines, name, (line) => line.total),
      ),
    })),
    tenders: {
      card: Number(sum(kept, ({ card }) => card) - sum(refunds, ({ card }) => card)),
      points: Number(sum(kept, ({ pointsPaid }) => pointsPaid)),
      cash: Number(sumOf(Object.values(steps))),
    },
    steps: Object.fromEntries(Object.entries(steps).map(([name, amount]) => [name, Number(amount)])),
    points: {
      issued: Number(sum(everySale, ({ pointsEarned }) => pointsEarned)),
      redeemed: Number(sum(everySale, ({ pointsSpent }) => pointsSpent)),
      other: -Number(voided.pointsEarned + sum(refunds, ({ pointsTaken }) => pointsTaken)),
      outstanding: Number(
        sum(kept, ({ pointsEarned, pointsSpent }) => pointsEarned - pointsSpent) -
          sum(refunds, ({ pointsTaken }) => pointsTaken),
      ),
    },
    grandTotalMinor: Number(total - refunded),
  };
}

function vatOf(lines: readonly ReckonedLine[], amount: (line: ReckonedLine) => bigint): bigint {
  return sumOf(lines.filter(({ vatPercent }) => vatPercent > 0).map(amount));
}

function inCategory(
  lines: readonly ReckonedLine[],
  category: string,
  amount: (line: ReckonedLine) => bigint,
): bigint {
  return sumOf(lines.filter(({ goods }) => shelf[goods].category === category).map(amount));
}
