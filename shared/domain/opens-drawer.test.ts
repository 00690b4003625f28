import { expect, it } from 'vitest';
import { opensDrawer } from './opens-drawer.ts';
import type { TenderKind } from './settle.ts';

const paid = (...kinds: TenderKind[]) => kinds.map((kind) => ({ kind, amountMinor: 100 }));

it.each<[TenderKind[], TenderKind[], boolean]>([
  [['cash'], ['cash'], true],
  [['cash'], ['card'], false],
  [['cash'], ['card', 'cash'], true],
  [['cash'], ['ewallet'], false],
  [['cash', 'ewallet'], ['ewallet'], true],
  [[], ['cash'], false],
  [['card'], ['card'], false],
])('for %j, a sale paid with %j: %s', (drawerTenders, kinds, opens) => {
  expect(opensDrawer({ openDrawer: true, drawerTenders }, paid(...kinds))).toBe(opens);
  expect(opensDrawer({ openDrawer: false, drawerTenders }, paid(...kinds))).toBe(false);
});

it('stays shut when nothing of the tender moved', () => {
  const rule = { openDrawer: true, drawerTenders: ['cash' as const] };
  expect(opensDrawer(rule, [{ kind: 'cash', amountMinor: 0 }])).toBe(false);
});
