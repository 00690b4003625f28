import { create } from 'zustand';

export type Overlay = 'menu' | 'keys' | 'shift' | 'move';

/** Which overlays of the shell are open, and which ever were: their scripts load at the first opening. */
export const useOverlays = create<Record<Overlay, { open: boolean; wanted: boolean }>>(() => ({
  menu: { open: false, wanted: false },
  keys: { open: false, wanted: false },
  shift: { open: false, wanted: false },
  move: { open: false, wanted: false },
}));

export function setOverlay(overlay: Overlay, open: boolean): void {
  useOverlays.setState((now) => ({ [overlay]: { open, wanted: now[overlay].wanted || open } }));
}

/** Opens the menu of all pages; the sell screen's Menu button calls this. */
export function openMenu(): void {
  setOverlay('menu', true);
}

/** Shows or hides the keys. */
export function showKeys(): void {
  setOverlay('keys', !useOverlays.getState().keys.open);
}
