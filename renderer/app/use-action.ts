import { useEffect, useEffectEvent } from 'react';
import { useLayerDepth } from '../ui/layers.tsx';
import { registerAction } from './action-handlers.ts';
import type { ActionId } from './actions.ts';

/** Ties an act of the registry to what it does here, for as long as this is on the screen. */
export function useAction(
  id: ActionId,
  handler: () => void,
  { enabled = true }: { enabled?: boolean } = {},
): void {
  const depth = useLayerDepth();
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return undefined;
    return registerAction(id, { depth, run: () => run() });
  }, [id, depth, enabled]);
}
