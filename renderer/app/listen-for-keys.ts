import { createKeybindingsHandler } from 'tinykeys';
import { useSession } from '../state/session.ts';
import { runAction } from './action-handlers.ts';
import { listActions, type ActionId } from './actions.ts';
import { fieldOf } from './scanner/text-field-mark.ts';

/** Keys that browsers use for something of their own, which a till never wants: help, find, reload bar, menu bar. */
const reserved = new Set(['F1', 'F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'F10']);

function belongsToText(event: KeyboardEvent): boolean {
  const field = fieldOf(event.target);
  return field !== null && field.value !== '';
}

function belongsToControl(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('button, a[href], summary, [role=option]') !== null
  );
}

/** Hears the keys of all acts, whatever has the focus. Gives the way to stop. */
export function listenForKeys(): () => void {
  const bindings = Object.fromEntries(
    listActions().map(({ id, action }) => [
      action.key,
      (event: KeyboardEvent) => {
        if (event.defaultPrevented || (action.yieldsToText === true && belongsToText(event))) return;
        if (action.yieldsToControl === true && belongsToControl(event)) return;
        if (event.repeat && id !== 'sell.undo') return;
        const done = runAction(id satisfies ActionId, useSession.getState().account?.role ?? null);
        if (done && action.key !== 'Escape') event.preventDefault();
      },
    ]),
  );
  const handle = createKeybindingsHandler(bindings, { ignore: () => false });
  const onKeyDown = (event: KeyboardEvent) => {
    handle(event);
    const isLock = event.ctrlKey && event.key.toLowerCase() === 'l';
    if (reserved.has(event.key) || isLock) event.preventDefault();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
