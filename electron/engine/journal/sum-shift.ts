import { deriveCash, noDrawerFigures, type DrawerFigures } from '../../../shared/domain/drawer-cash.ts';
import type { EntryBodies, SaleBody } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import { soldOnGiftCards, takenBackGiftCards } from '../../../shared/journal/gift-cards-of.ts';
import type { StoredEntry } from './verify-chain.ts';

/** What the journal's entries add up to for a shift: its drawer, its sales and refunds of goods, its gift cards. */
export type ShiftSums = {
  drawer: { -readonly [Name in keyof DrawerFigures]: number };
  salesCount: number;
  salesMinor: number;
  refundsMinor: number;
  giftCardsMinor: number;
};

type Sold = { goodsMinor: number; giftCardsMinor: number; cashMinor: number };
const shiftOf = {
  'refund.committed': (body: unknown) => (body as EntryBodies['refund.committed']).shiftId,
  'sale.voided': (body: unknown) => (body as EntryBodies['sale.voided']).shiftId,
  'cash.moved': (body: unknown) => (body as EntryBodies['cash.moved']).shiftId,
  'credit.paid': (body: unknown) => (body as EntryBodies['credit.paid']).shiftId,
};
const moveSteps = { in: 'cashIn', out: 'cashOut', drop: 'drops' } as const;

/** Adds up shifts from the journal alone, without a look at the tables that their reports are made of. */
export function createShiftSums() {
  const shifts = new Map<string, ShiftSums>();
  /** Sales by id: those that may still be voided or become an addendum. */
  const sold = new Map<string, Sold>();

  const sumsOf = (shiftId: string): ShiftSums => {
    const known = shifts.get(shiftId);
    if (known !== undefined) return known;
    const sums = {
      drawer: { ...noDrawerFigures },
      salesCount: 0,
      salesMinor: 0,
      refundsMinor: 0,
      giftCardsMinor: 0,
    };
    shifts.set(shiftId, sums);
    return sums;
  };

  const addSale = (sale: SaleBody): void => {
    const cash = sale.payments.filter(({ kind }) => kind === 'cash');
    const cashMinor = cash.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const giftCardsMinor = soldOnGiftCards(sale);
    const goodsMinor = sale.totalMinor - giftCardsMinor;
    sold.set(sale.orderId, { goodsMinor, giftCardsMinor, cashMinor });
    if (sale.shiftId === null) return;
    const sums = sumsOf(sale.shiftId);
    sums.salesCount += 1;
    sums.salesMinor += goodsMinor;
    sums.giftCardsMinor += giftCardsMinor;
    for (const { tenderedMinor, changeMinor } of cash) {
      sums.drawer.cashSales += tenderedMinor;
      sums.drawer.change += changeMinor;
    }
  };

  const addOther = (kind: keyof typeof shiftOf, body: unknown): void => {
    const sums = sumsOf(shiftOf[kind](body));
    if (kind === 'refund.committed') {
      const refund = body as EntryBodies['refund.committed'];
      const giftCardsMinor = takenBackGiftCards(refund);
      sums.refundsMinor += refund.totalMinor - giftCardsMinor;
      sums.giftCardsMinor -= giftCardsMinor;
      for (const { kind: tender, amountMinor } of refund.payments)
        if (tender === 'cash') sums.drawer.cashRefunds += amountMinor;
    } else if (kind === 'sale.voided') {
      const sale = sold.get((body as EntryBodies['sale.voided']).orderId);
      sums.salesCount -= 1;
      sums.salesMinor -= sale?.goodsMinor ?? 0;
      sums.giftCardsMinor -= sale?.giftCardsMinor ?? 0;
      sums.drawer.voids += sale?.cashMinor ?? 0;
    } else if (kind === 'cash.moved') {
      const move = body as EntryBodies['cash.moved'];
      if (move.kind !== 'no-sale') sums.drawer[moveSteps[move.kind]] += move.amountMinor;
    } else {
      const { tender, amountMinor } = body as EntryBodies['credit.paid'];
      if (tender === 'cash') sums.drawer.accountPayments += amountMinor;
    }
  };

  return {
    add(entry: StoredEntry, body: Record<string, unknown>): void {
      if (entry.kind === 'sale.committed') addSale(readSaleBody(entry.v, body));
      else if (entry.kind === 'shift.opened') {
        const { shiftId, floatMinor } = body as EntryBodies['shift.opened'];
        sumsOf(shiftId).drawer.float = floatMinor;
      } else if (Object.hasOwn(shiftOf, entry.kind)) addOther(entry.kind as keyof typeof shiftOf, body);
    },
    sumsOf,
    expectedCash: (shiftId: string): number => deriveCash(sumsOf(shiftId).drawer).expectedMinor,
    soldOf: (orderId: string): Sold | null => sold.get(orderId) ?? null,
  };
}
