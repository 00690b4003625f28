import { deriveCash, varianceOf, type DrawerFigures, type DrawerStep } from './drawer-cash.ts';
import type { Pieces } from './denominations.ts';
import { addMinor } from './money.ts';
import type { TenderKind } from './settle.ts';

/** Who did it is an account's id everywhere: names are on the paper, and not in the chain. */
export type ShiftFigures = {
  version: 1;
  store: { code: string; name: string; taxNumber: string };
  register: string;
  currency: string;
  /** The number of the Z report; null on an X report. */
  number: number | null;
  at: string;
  shift: {
    id: string;
    number: number;
    businessDate: string;
    openedAt: string;
    openedBy: string;
    closedBy: string | null;
  };
  /** Of sales and refunds, which share one series; voided sales keep theirs. */
  receipts: { first: string | null; last: string | null; count: number };
  /** Of goods, without voided sales; what was refunded of them is under `refunds`. */
  sales: {
    count: number;
    itemCount: number;
    grossMinor: number;
    discountMinor: number;
    netMinor: number;
    taxMinor: number;
    totalMinor: number;
  };
  refunds: { count: number; netMinor: number; taxMinor: number; totalMinor: number; list: TakenBack[] };
  /** Gift cards that were sold, less those that came back: owed, and in no figure of sales or refunds. */
  giftCardsMinor: number;
  voids: { count: number; totalMinor: number; list: TakenBack[] };
  /** Sales less refunds, as are categories. */
  taxes: { name: string; ratePpm: number; baseMinor: number; taxMinor: number }[];
  byCategory: { name: string | null; quantityMilli: number; totalMinor: number }[];
  byCashier: { accountId: string; salesCount: number; salesMinor: number; refundsMinor: number }[];
  moves: {
    slipNumber: number;
    kind: 'in' | 'out' | 'drop' | 'no-sale';
    amountMinor: number;
    reason: string;
    by: string;
    at: string;
  }[];
  removedLines: {
    kind: 'removed' | 'lowered';
    name: string;
    quantityMilli: number;
    amountMinor: number;
    by: string;
  }[];
  priceChanges: {
    receiptNumber: string;
    name: string;
    listPriceMinor: number;
    unitPriceMinor: number;
    reason: string;
    by: string;
  }[];
  /** Since the Z report before: `other` is what was taken back, expired or corrected. */
  points: { issued: number; redeemed: number; other: number; outstanding: number };
  credits: {
    kind: 'gift-card' | 'store-credit' | 'on-account';
    issuedMinor: number;
    spentMinor: number;
    otherMinor: number;
    outstandingMinor: number;
  }[];
  cashRoundingMinor: number;
  tipMinor: number;
  /** What is in this till alone: entries of the journal, and the sales among them. */
  unsent: { entries: number; salesCount: number; salesMinor: number };
  /** Carts that nobody sold or threw away. */
  parked: { count: number; totalMinor: number };
  /** Sales that belong to no shift, numbered; they are in every figure above but the cash. */
  addenda: { number: number; orderId: string; receiptNumber: string; paidAt: string; totalMinor: number }[];
  /** The newest entry of the journal when this was made: its number, and the first 8 hex digits of its hash. */
  journal: { seq: number; head: string };
};

/** A refund or a void: its receipt number, whose it was and why. */
export type TakenBack = { receiptNumber: string; totalMinor: number; reason: string; by: string };

export type TenderFacts = {
  kind: TenderKind;
  count: number;
  expectedMinor: number;
  /** Null for what was not counted. */
  countedMinor: number | null;
  varianceMinor: number | null;
};

export type DrawerCount = { number: number; countedMinor: number; by: string };

export type CashFacts = {
  steps: DrawerStep[];
  expectedMinor: number;
  countedMinor: number | null;
  varianceMinor: number | null;
  pieces: Pieces;
  /** Every count of the drawer, the first first: the last one is what was counted. */
  counts: DrawerCount[];
};

/** Everything on an X or Z report. `cash` and `tenders` are null for whoever counts the drawer blind. */
export type ShiftFacts = ShiftFigures & {
  cash: CashFacts | null;
  tenders: TenderFacts[] | null;
  /** Why the drawer was over or short, and who allowed it. */
  variance: { reason: string; approvals: string[] };
  /** All goods that were sold, less refunds, that ever stood on a Z report of this register. */
  grandTotal: { beforeMinor: number; afterMinor: number };
  /** The public half of the key that signs the Z reports of this register, base64url. */
  key: string | null;
};

export type CountedShift = {
  counts: DrawerCount[];
  cashMinor: number;
  pieces: Pieces;
  tenders: readonly { kind: TenderKind; countedMinor: number }[];
};

export type ShiftParts = {
  figures: ShiftFigures;
  drawer: DrawerFigures;
  /** What came in less what went out, by tender; cash follows from the drawer. */
  tenders: readonly { kind: TenderKind; count: number; amountMinor: number }[];
  count: CountedShift | null;
  variance: ShiftFacts['variance'];
  grandTotalBeforeMinor: number;
  key: string | null;
};

/** Puts the facts of a report together: what was expected of each tender, what was counted, and what is left over. */
export function shiftFacts(parts: ShiftParts): ShiftFacts {
  const { figures, count } = parts;
  const { steps, expectedMinor } = deriveCash(parts.drawer);
  const countedMinor = count?.cashMinor ?? null;
  const varianceMinor = countedMinor === null ? null : varianceOf(countedMinor, expectedMinor);
  const soldMinor = addMinor(figures.sales.totalMinor, 0 - figures.refunds.totalMinor);
  return {
    ...figures,
    cash: {
      steps,
      expectedMinor,
      countedMinor,
      varianceMinor,
      pieces: count?.pieces ?? {},
      counts: count?.counts ?? [],
    },
    tenders: tenderFacts(parts, expectedMinor),
    variance: parts.variance,
    grandTotal: {
      beforeMinor: parts.grandTotalBeforeMinor,
      afterMinor: addMinor(parts.grandTotalBeforeMinor, soldMinor),
    },
    key: parts.key,
  };
}

function tenderFacts({ tenders, count }: ShiftParts, expectedCashMinor: number): TenderFacts[] {
  const counted = new Map(count?.tenders.map(({ kind, countedMinor }) => [kind, countedMinor]));
  if (count !== null) counted.set('cash', count.cashMinor);
  const known = new Map(tenders.map((tender) => [tender.kind, tender]));
  const kinds = [...new Set<TenderKind>(['cash', ...known.keys(), ...counted.keys()])];
  return kinds.map((kind) => {
    const expectedMinor = kind === 'cash' ? expectedCashMinor : (known.get(kind)?.amountMinor ?? 0);
    const countedMinor = counted.get(kind) ?? null;
    return {
      kind,
      count: known.get(kind)?.count ?? 0,
      expectedMinor,
      countedMinor,
      varianceMinor: countedMinor === null ? null : varianceOf(countedMinor, expectedMinor),
    };
  });
}

/** The same report without what the drawer should hold. */
export function withoutExpected(facts: ShiftFacts): ShiftFacts {
  return { ...facts, cash: null, tenders: null };
}

/** How large a variance is that has to be answered for: the largest of any tender, without a sign. */
export function largestVariance(tenders: readonly { varianceMinor: number | null }[]): number {
  return Math.max(0, ...tenders.map(({ varianceMinor }) => Math.abs(varianceMinor ?? 0)));
}
