import { nowMilliseconds, steadyMilliseconds } from '../clock.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

let last = { steady: 0, wall: 0 };

/** Somebody is at the till. */
export function noteActivity(): void {
  last = { steady: steadyMilliseconds(), wall: nowMilliseconds() };
}

/** Hears every press, move and key, those of a scanner among them. Gives the way to stop. */
export function listenForActivity(): () => void {
  noteActivity();
  for (const sign of signs) window.addEventListener(sign, noteActivity, { capture: true, passive: true });
  return () => {
    for (const sign of signs) window.removeEventListener(sign, noteActivity, { capture: true });
  };
}

/** How long nobody has been there. A machine that slept stops its steady clock, but not the one on the wall. */
export function idleMilliseconds(): number {
  return Math.max(steadyMilliseconds() - last.steady, nowMilliseconds() - last.wall);
}
