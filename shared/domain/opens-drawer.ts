import type { TenderKind } from './settle.ts';

/** `drawerTenders`: what the owner wants the drawer opened for. A card never opens it: nothing goes in or out. */
export type DrawerRule = { openDrawer: boolean; drawerTenders: readonly TenderKind[] };

/** Whether the drawer opens for money that moved in these ways. */
export function opensDrawer(
  { openDrawer, drawerTenders }: DrawerRule,
  moved: readonly { kind: TenderKind; amountMinor: number }[],
): boolean {
  return (
    openDrawer &&
    moved.some(
      ({ kind, amountMinor }) => kind !== 'card' && amountMinor !== 0 && drawerTenders.includes(kind),
    )
  );
}
