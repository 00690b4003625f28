import type { ShiftFacts } from '../../shared/domain/shift-facts.ts';
import { verifyBooks } from './support/commands.ts';
import { closeShift, moveCash, refund, voidSale } from './support/day/drawer-work.ts';
import { countForeignEvents, keyboardHands, touchHands, type Hands } from './support/day/hands.ts';
import { openDayShop, type DayShop } from './support/day/open-shop.ts';
import {
  heldSale,
  missing,
  plannedMoves,
  plannedRefunds,
  plannedSales,
  plannedVoid,
  shelf,
} from './support/day/plan.ts';
import { centavos, reckonDay, reckonSale } from './support/day/reckon.ts';
import { hold, openShift, pay, recall, ringUp, signIn } from './support/day/work.ts';
import { sellScreenIsReady } from './support/sign-in.ts';
import { expect, test, type Page } from './support/test.ts';

/*
 * A whole day at the till, once by keys alone and once by fingers alone: forty sales of every kind, a cart on hold over
 * a power cut, refunds, a void, cash moves, approvals, and a blind count. Every figure of the Z report is held against
 * what plain arithmetic makes of the plan.
 */
test.describe.configure({ timeout: 600_000 });

const ways = [
  { name: 'by keys alone', handsOf: keyboardHands, context: {} },
  {
    name: 'by fingers alone',
    handsOf: touchHands,
    context: { hasTouch: true, viewport: { width: 1024, height: 600 } },
  },
] as const;

for (const { name, handsOf, context } of ways) {
  test.describe(name, () => {
    test.use(context);
    let shop: DayShop;
    test.beforeAll(async () => {
      shop = await openDayShop();
    });
    test.afterAll(() => shop.till.remove());

    test(`a cashier’s day ${name}`, async ({ page }) => {
      const hands = handsOf(page);
      const foreignEvents = await countForeignEvents(page, hands.name);
      await signIn(hands, shop.till.url);
      await sellScreenIsReady(page);
      await openShift(hands);
      await workTheDay(hands, page, shop);
      await closeShift(hands, reckonDay().tenders.cash - Number(centavos(missing)));
      expect(foreignEvents()).toBe(0);
      await zReportIsAsReckoned(shop);
      expect(verifyBooks(shop.till.dataDir).exitCode).toBe(0);
    });
  });
}

type Sold = { id: string; receiptNumber: string };

async function workTheDay(hands: Hands, page: Page, shop: DayShop): Promise<void> {
  const sold: Sold[] = [];
  const receiptOf = (place: number) => sold[place]?.receiptNumber ?? 'nothing';
  for (const [place, sale] of plannedSales.entries()) {
    await test.step(`sale ${place + 1}, paid ${sale.pay.by}`, async () => {
      await ringUp(hands, sale);
      if (place === heldSale) await holdOverPowerCut(hands, page, shop);
      await pay(hands, sale, reckonSale(sale));
      const { items } = await shop.api.call<{ items: Sold[] }>('GET', '/orders?limit=1');
      const [order] = items;
      if (order === undefined) throw new Error('the sale is not there');
      sold.push(order);
    });
    const move = plannedMoves[place / 10];
    if (move !== undefined) await test.step(`cash ${move.kind}`, () => moveCash(hands, move));
    for (const planned of plannedRefunds) {
      if (planned.sale + 6 !== place) continue;
      const isByCard = plannedSales[planned.sale]?.pay.by === 'card';
      await test.step(`a refund of sale ${planned.sale + 1}`, () =>
        refund(hands, planned, { receiptNumber: receiptOf(planned.sale), isByCard }));
    }
    if (place === plannedVoid.sale + 3) {
      const { sale: voided, reason } = plannedVoid;
      await test.step('a void', () => voidSale(hands, { receiptNumber: receiptOf(voided), reason }));
    }
  }
}

async function holdOverPowerCut(hands: Hands, page: Page, shop: DayShop): Promise<void> {
  await hold(hands, 'Green bag');
  await shop.till.kill();
  await shop.till.startAgain();
  // Another browser knows nobody.
  await page.context().clearCookies();
  await signIn(hands, shop.till.url);
  await sellScreenIsReady(page);
  await recall(hands, 'Green bag');
}

async function zReportIsAsReckoned({ api }: DayShop): Promise<void> {
  const { items } = await api.call<{ items: { id: string }[] }>('GET', '/z-reports');
  const { facts } = await api.call<{ facts: ShiftFacts }>('GET', `/z-reports/${items[0]?.id}`);
  const day = reckonDay();
  expect(facts.sales).toEqual(day.sales);
  const { list: refunds, ...refunded } = facts.refunds;
  const { reasons: refundReasons, ...expectedRefunds } = day.refunds;
  expect(refunded).toEqual(expectedRefunds);
  expect(refunds.map(({ reason }) => reason).sort()).toEqual([...refundReasons].sort());
  const { list: voids, ...voided } = facts.voids;
  const { reasons: voidReasons, ...expectedVoids } = day.voids;
  expect(voided).toEqual(expectedVoids);
  expect(voids.map(({ reason }) => reason)).toEqual(voidReasons);
  expect(facts.taxes).toEqual([{ name: 'VAT', ratePpm: 120_000, ...day.vat }]);
  expect([...facts.byCategory].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))).toEqual(
    day.byCategory,
  );
  expect(facts.byCashier).toMatchObject([
    {
      salesCount: day.sales.count,
      salesMinor: day.sales.totalMinor,
      refundsMinor: day.refunds.totalMinor,
    },
  ]);
  expect(facts.moves.map(({ kind, amountMinor, reason }) => ({ kind, amountMinor, reason }))).toEqual(
    plannedMoves.map(({ kind, amount, reason }) => ({ kind, amountMinor: Number(centavos(amount)), reason })),
  );
  expect(facts.removedLines).toMatchObject([
    {
      kind: 'removed',
      name: shelf.milk.name,
      quantityMilli: 1000,
      amountMinor: Number(centavos(shelf.milk.price)),
    },
  ]);
  expect(facts.priceChanges).toEqual([]);
  expect(facts.points).toMatchObject(day.points);
  expect(facts.cash?.steps).toEqual(
    Object.entries(day.steps).map(([name, amountMinor]) => ({ name, amountMinor })),
  );
  expect(facts.cash).toMatchObject({
    expectedMinor: day.tenders.cash,
    countedMinor: day.tenders.cash - Number(centavos(missing)),
    varianceMinor: -Number(centavos(missing)),
    counts: [{ number: 1, countedMinor: day.tenders.cash - Number(centavos(missing)) }],
  });
  const tenders = new Map(facts.tenders?.map(({ kind, expectedMinor }) => [kind, expectedMinor]));
  expect(Object.fromEntries(tenders)).toEqual(day.tenders);
  expect(facts.grandTotal).toEqual({ beforeMinor: 0, afterMinor: day.grandTotalMinor });
  expect(facts.receipts.count).toBe(plannedSales.length + plannedRefunds.length);
  expect(facts.receipts.first).toMatch(/-000001$/);
  expect(facts.receipts.last).toMatch(/-000043$/);
  expect(facts.parked).toEqual({ count: 0, totalMinor: 0 });
  expect(facts.addenda).toEqual([]);
}
