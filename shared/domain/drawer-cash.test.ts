import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveCash, noDrawerFigures, varianceOf, type DrawerFigures } from './drawer-cash.ts';

type Event =
  | { kind: 'sale'; due: number; more: number; voided: boolean }
  | { kind: 'refund' | 'account' | 'in' | 'out' | 'drop'; amount: number };

const amount = fc.nat(1_000_000);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('sale' as const), due: amount, more: amount, voided: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('refund', 'account', 'in', 'out', 'drop'), amount }),
);

/** A drawer of notes and coins: what goes in and out of it, one event after the other. */
function inDrawer(float: number, events: readonly Event[]): number {
  let held = float;
  for (const each of events) {
    if (each.kind === 'sale') {
      held += each.due + each.more;
      held -= each.more;
      if (each.voided) held -= each.due;
    } else {
      held += each.kind === 'account' || each.kind === 'in' ? each.amount : -each.amount;
    }
  }
  return held;
}

const names = {
  refund: 'cashRefunds',
  account: 'accountPayments',
  in: 'cashIn',
  out: 'cashOut',
  drop: 'drops',
} as const;

function figuresOf(float: number, events: readonly Event[]): DrawerFigures {
  const figures = { ...noDrawerFigures, float };
  for (const each of events) {
    if (each.kind === 'sale') {
      figures.cashSales += each.due + each.more;
      figures.change += each.more;
      if (each.voided) figures.voids += each.due;
    } else {
      figures[names[each.kind]] += each.amount;
    }
  }
  return figures;
}

test('expected cash is the sum of its derivation, and what a drawer holds after the same events', () => {
  fc.assert(
    fc.property(amount, fc.array(event, { maxLength: 200 }), (float, events) => {
      const { steps, expectedMinor } = deriveCash(figuresOf(float, events));
      expect(steps.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(expectedMinor);
      expect(expectedMinor).toBe(inDrawer(float, events));
      expect(varianceOf(expectedMinor + 7, expectedMinor)).toBe(7);
    }),
    { numRuns: 2000 },
  );
});
