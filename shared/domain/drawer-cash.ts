import { addMinor } from './money.ts';

/** How each figure acts on what the drawer should hold, in the order in which it is told. */
const signs = {
  float: 1,
  cashSales: 1,
  change: -1,
  cashRefunds: -1,
  voids: -1,
  accountPayments: 1,
  cashIn: 1,
  cashOut: -1,
  drops: -1,
} as const;

export type DrawerStepName = keyof typeof signs;
export const drawerSteps = Object.keys(signs) as DrawerStepName[];

/**
 * What moved cash, each without a sign. `cashSales`: what was handed over, voided sales among it; `voids`: what of it was
 * kept of sales that were voided, and went back; `accountPayments`: paid off accounts in cash.
 */
export type DrawerFigures = Readonly<Record<DrawerStepName, number>>;

/** A step of the derivation, with its sign: the steps add up to what is expected. */
export type DrawerStep = { name: DrawerStepName; amountMinor: number };

export const noDrawerFigures: DrawerFigures = {
  float: 0,
  cashSales: 0,
  change: 0,
  cashRefunds: 0,
  voids: 0,
  accountPayments: 0,
  cashIn: 0,
  cashOut: 0,
  drops: 0,
};

/** What the drawer should hold, and how that comes about, line by line. */
export function deriveCash(figures: DrawerFigures): { steps: DrawerStep[]; expectedMinor: number } {
  const steps = drawerSteps.map((name) => ({
    name,
    amountMinor: signs[name] === 1 ? figures[name] : 0 - figures[name],
  }));
  return { steps, expectedMinor: addMinor(...steps.map(({ amountMinor }) => amountMinor)) };
}

/** Counted less expected: above zero is over, below is short. */
export function varianceOf(countedMinor: number, expectedMinor: number): number {
  return addMinor(countedMinor, 0 - expectedMinor);
}
