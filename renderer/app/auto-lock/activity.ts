import { nowMilliseconds, steadyMilliseconds } from '../clock.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

const tellEveryMilliseconds = 2_000;

let last = { steady: 0, wall: 0 };
let toldAt = -Infinity;
let channel: BroadcastChannel | null = null;

/** Somebody is at the till; its other tabs hear of it, since they share one sign-in. */
export function noteActivity(): void {
  hearActivity();
  if (last.steady - toldAt < tellEveryMilliseconds) return;
  toldAt = last.steady;
  channel?.postMessage('active');
}

function hearActivity(): void {
  last = { steady: steadyMilliseconds(), wall: nowMilliseconds() };
}

/** Hears every press, move and key, those of a scanner among them. Gives the way to stop. */
export function listenForActivity(): () => void {
  const tabs = new BroadcastChannel('sukli-activity');
  channel = tabs;
  tabs.addEventListener('message', hearActivity);
  noteActivity();
  for (const sign of signs) window.addEventListener(sign, noteActivity, { capture: true, passive: true });
  return () => {
    tabs.close();
    channel = null;
    for (const sign of signs) window.removeEventListener(sign, noteActivity, { capture: true });
  };
}

/** How long nobody has been there. A machine that slept stops its steady clock, but not the one on the wall. */
export function idleMilliseconds(): number {
  return Math.max(steadyMilliseconds() - last.steady, nowMilliseconds() - last.wall);
}
