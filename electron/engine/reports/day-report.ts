import type { DayReport } from '../../../shared/api/reports.ts';
import { divideRounded, toMinor } from '../../../shared/domain/money.ts';
import type { ReadableDatabase } from '../db/database.ts';
import {
  dayCashiers,
  dayMinutes,
  dayOffers,
  dayProducts,
  dayTaxes,
  dayTenders,
  dayTotals,
} from './day-statements.ts';
import { dayGiftCards, goodsBy, goodsTotals, sumOfCards, type DayGiftCards } from './day-gift-cards.ts';
import { dayRefunders, dayReturns, dayVoiders } from './return-statements.ts';
import { hourInZone } from './hour-in-zone.ts';
import { sumDayFromJournal, type DaySums } from './sum-day-from-journal.ts';

const mostProducts = 200;

/**
 * What was sold on a business date, by tender, product, hour of the store's clocks, cashier and tax rate; and whether
 * all of it is what the journal's entries add up to. A long read: for the reader thread.
 */
export function dayReport(db: ReadableDatabase, asked: { date: string; timeZone: string }): DayReport {
  const { date, timeZone } = asked;
  const whole = db.first(dayTotals, { date });
  const offers = db.first(dayOffers, { date });
  if (whole === undefined || offers === undefined) throw new Error('a sum over no rows is still a row');
  const cards = dayGiftCards(db, date);
  const giftCardsMinor = sumOfCards(cards.sold) - sumOfCards(cards.back);
  const totals = goodsTotals(whole, cards.sold);
  const byTender = db.all(dayTenders, { date });
  const byProduct = db.all(dayProducts, { date });
  const byCashier = goodsBy('accountId', db.all(dayCashiers, { date }), cards.sold);
  const taxes = db.all(dayTaxes, { date });
  const { pointsTaken, pointsGiven, ...returns } = returnsOf(db, date, cards);
  const told = sumDayFromJournal(db, date);
  const points = {
    pointsIssued: totals.pointsIssued - pointsTaken,
    pointsRedeemed: totals.pointsRedeemed - pointsGiven,
  };
  const stored = sumsOf({
    totals: { ...totals, ...points, giftCardsMinor },
    offers,
    byTender,
    byProduct,
    byCashier,
    taxes,
    returns,
  });
  return {
    date,
    ...totals,
    ...points,
    ...offers,
    ...returns,
    giftCardsMinor,
    keptMinor: totals.totalMinor - returns.refundedMinor,
    averageMinor: averageOf(totals.totalMinor, totals.ordersCount),
    byTender,
    byProduct: byProduct.slice(0, mostProducts),
    byHour: byHour(goodsBy('minute', db.all(dayMinutes, { date }), cards.sold), timeZone),
    byCashier,
    taxes,
    journal: {
      salesCount: told.get('orders') ?? 0,
      totalMinor: told.get('total') ?? 0,
      agrees: sameSums(stored, told),
    },
  };
}

/** What goods came back on the day, and which sales of it were voided, by whom. */
function returnsOf(db: ReadableDatabase, date: string, { back }: DayGiftCards) {
  const sums = db.first(dayReturns, { date });
  if (sums === undefined) throw new Error('a sum over no rows is still a row');
  const voidedBy = db.all(dayVoiders, { date });
  return {
    ...sums,
    refundedMinor: sums.refundedMinor - sumOfCards(back),
    refundedNetMinor: sums.refundedNetMinor - sumOfCards(back),
    refundedBy: goodsBy('accountId', db.all(dayRefunders, { date }), back),
    voidsCount: voidedBy.reduce((sum, { count }) => sum + count, 0),
    voidedMinor: voidedBy.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    voidedBy,
  };
}

function averageOf(totalMinor: number, count: number): number {
  return count === 0 ? 0 : toMinor(divideRounded(BigInt(totalMinor), BigInt(count), 'half-up'));
}

function byHour(
  minutes: readonly { minute: string; ordersCount: number; totalMinor: number }[],
  timeZone: string,
): DayReport['byHour'] {
  const hourOf = hourInZone(timeZone);
  const hours = new Map<number, DayReport['byHour'][number]>();
  for (const { minute, ordersCount, totalMinor } of minutes) {
    const hour = hourOf(`${minute}:00.000Z`);
    const sums = hours.get(hour) ?? { hour, ordersCount: 0, totalMinor: 0 };
    sums.ordersCount += ordersCount;
    sums.totalMinor += totalMinor;
    hours.set(hour, sums);
  }
  return [...hours.values()].sort((a, b) => a.hour - b.hour);
}

type Stored = Pick<DayReport, 'byTender' | 'byProduct' | 'byCashier' | 'taxes'> & {
  returns: Omit<ReturnType<typeof returnsOf>, 'pointsTaken' | 'pointsGiven'>;
  totals: NonNullable<(typeof dayTotals)['row']> & Pick<DayReport, 'giftCardsMinor'>;
  offers: NonNullable<(typeof dayOffers)['row']>;
};

/** Every sum of the tables under the name that `sumDayFromJournal` gives it. */
function sumsOf({ totals, offers, byTender, byProduct, byCashier, taxes, returns }: Stored): DaySums {
  const sums: DaySums = new Map([
    ['orders', totals.ordersCount],
    ['items', totals.itemsCount],
    ['gross', totals.grossMinor],
    ['discount', totals.discountMinor],
    ['net', totals.netMinor],
    ['tax', totals.taxMinor],
    ['total', totals.totalMinor],
    ['gift cards', totals.giftCardsMinor],
    ['cash rounding', totals.cashRoundingMinor],
    ['points', totals.pointsIssued],
    ['points redeemed', totals.pointsRedeemed],
    ['promotions', offers.promotionMinor],
    ['rewards', offers.rewardMinor],
    ['refunds', returns.refundsCount],
    ['refunded', returns.refundedMinor],
    ['refunded net', returns.refundedNetMinor],
    ['refunded tax', returns.refundedTaxMinor],
    ['refund rounding', returns.refundRoundingMinor],
  ]);
  for (const { accountId, totalMinor } of returns.refundedBy) sums.set(`refunds by ${accountId}`, totalMinor);
  for (const { accountId, totalMinor } of returns.voidedBy) sums.set(`voids by ${accountId}`, totalMinor);
  for (const { kind, count, amountMinor } of byTender) {
    sums.set(`tender ${kind} count`, count).set(`tender ${kind}`, amountMinor);
  }
  const add = (name: string, value: number): void => {
    sums.set(name, (sums.get(name) ?? 0) + value);
  };
  // The journal's bodies do not name what the web ordered: such lines are compared together.
  for (const { productId, quantityMilli, totalMinor } of byProduct) {
    const product = productId ?? 'of no catalogue';
    add(`product ${product} quantity`, quantityMilli);
    add(`product ${product}`, totalMinor);
  }
  for (const { accountId, ordersCount, totalMinor } of byCashier) {
    sums.set(`cashier ${accountId} orders`, ordersCount).set(`cashier ${accountId}`, totalMinor);
  }
  for (const { name, ratePpm, baseMinor, taxMinor } of taxes) {
    sums.set(`base ${ratePpm} ${name}`, baseMinor).set(`tax ${ratePpm} ${name}`, taxMinor);
  }
  return sums;
}

function sameSums(stored: DaySums, told: DaySums): boolean {
  return [...new Set([...stored.keys(), ...told.keys()])].every(
    (name) => (stored.get(name) ?? 0) === (told.get(name) ?? 0),
  );
}
