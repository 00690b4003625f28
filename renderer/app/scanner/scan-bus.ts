import { lowestScanDepth } from '../../ui/layers.tsx';
import { noteActivity } from '../auto-lock/activity.ts';

/** A code that came from a scanner: cleaned, and nothing but data. */
export type Scan = { code: string; source: 'wedge' | 'camera' };
/** Returning false passes the scan on to the next. */
export type ScanHandler = (scan: Scan) => boolean | void;

type Subscription = { depth: number; priority: number; handle: ScanHandler };

let subscriptions: Subscription[] = [];
let unhandled: (scan: Scan) => void = () => undefined;

/** Who gets scans: the dialog in front before the page, then by priority, then the newest. */
export function subscribeToScans(subscription: Subscription): () => void {
  subscriptions = [subscription, ...subscriptions].sort(
    (a, b) => b.depth - a.depth || b.priority - a.priority,
  );
  return () => {
    subscriptions = subscriptions.filter((other) => other !== subscription);
  };
}

/** What to do with a scan that nobody on the screen wants. */
export function onUnhandledScan(handler: (scan: Scan) => void): () => void {
  unhandled = handler;
  return () => {
    unhandled = () => undefined;
  };
}

/** Hands a scan to whoever is in front and wants it. Pages covered by a dialog do not get it. */
export function dispatchScan(scan: Scan): boolean {
  noteActivity();
  const lowest = lowestScanDepth();
  const handled = subscriptions.some(({ depth, handle }) => depth >= lowest && handle(scan) !== false);
  if (!handled) unhandled(scan);
  return handled;
}
