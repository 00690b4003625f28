import type { DisplayMessage, Shown } from '../../app/customer-display/display-message.ts';

/**
 * The tills of this browser as the display knows them, the one that was heard last at the end. A till that went is
 * forgotten, but for the name of its shop.
 */
export function hearTill(tills: readonly Shown[], message: DisplayMessage): readonly Shown[] {
  if (message.kind !== 'show' && message.kind !== 'gone') return tills;
  const others = tills.filter(({ screen }) => screen !== message.screen);
  if (message.kind === 'gone') {
    const gone = tills.find(({ screen }) => screen === message.screen);
    return others.length > 0 || gone === undefined ? others : [{ ...gone, state: { kind: 'idle' } }];
  }
  const { screen, shop, state } = message;
  return [...others, { screen, shop, state }];
}

/** What is shown: a till that is selling before one that waits, and of these the one that was heard last. */
export function shownOf(tills: readonly Shown[]): Shown | null {
  return tills.findLast(({ state }) => state.kind !== 'idle') ?? tills.at(-1) ?? null;
}
