import { useEffectEvent, useLayoutEffect } from 'react';
import { useLayerDepth } from '../../ui/layers.tsx';
import { subscribeToScans, type ScanHandler } from './scan-bus.ts';

/**
 * Takes scans while this is on the screen, whatever has the focus. In an open dialog it comes before the page; return
 * false to pass a scan on.
 */
export function useScan(
  handler: ScanHandler,
  { priority = 0, enabled = true }: { priority?: number; enabled?: boolean } = {},
): void {
  const depth = useLayerDepth();
  const handle = useEffectEvent(handler);
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    return subscribeToScans({ depth, priority, handle: (scan) => handle(scan) });
  }, [depth, priority, enabled]);
}
