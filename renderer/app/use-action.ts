import { useEffectEvent, useLayoutEffect } from 'react';
import { useLayerDepth } from '../ui/layers.tsx';
import { registerAction } from './action-handlers.ts';
import type { ActionId } from './actions.ts';

/**
 * Ties an act of the registry to what it does here, for as long as this is on the screen: before it is drawn, so that no
 * press of what is seen comes too early.
 */
export function useAction(
  id: ActionId,
  handler: () => void,
  { enabled = true }: { enabled?: boolean } = {},
): void {
  const depth = useLayerDepth();
  const run = useEffectEvent(handler);
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    return registerAction(id, { depth, run: () => run() });
  }, [id, depth, enabled]);
}
