import { createContext, useContext, useId, useLayoutEffect, useRef } from 'react';

/**
 * Which dialogs are open, the topmost last. The scanner and the keys ask here who is in front: what is covered by a
 * dialog must not act on a scan or a key that its user cannot see.
 */
type Layer = { id: string; depth: number; passesScans: boolean; hasHadFocus: () => boolean };

let layers: Layer[] = [];

export const LayerContext = createContext(0);

/** The depth of the dialog this is in; 0 on the page itself. */
export function useLayerDepth(): number {
  return useContext(LayerContext);
}

/** Depth of the topmost open dialog; 0 when none is open. */
export function topLayerDepth(): number {
  return Math.max(0, ...layers.map((layer) => layer.depth));
}

/** The lowest depth that a scan may still reach: below it everything is covered. */
export function lowestScanDepth(): number {
  return Math.max(0, ...layers.filter((layer) => !layer.passesScans).map((layer) => layer.depth));
}

/** Whether the dialog in front has only just opened: what is typed now is meant for the field that it will focus. */
export function isFocusOnItsWay(): boolean {
  const top = topLayerDepth();
  return layers.some(({ depth, hasHadFocus }) => depth === top && !hasHadFocus());
}

/** Registers an open dialog as a layer while mounted; gives its depth, and what has to hear its focus. */
export function useLayer(passesScans: boolean): { depth: number; onFocus: () => void } {
  const depth = useContext(LayerContext) + 1;
  const id = useId();
  const hasHadFocus = useRef(false);
  useLayoutEffect(() => {
    layers = [...layers, { id, depth, passesScans, hasHadFocus: () => hasHadFocus.current }];
    return () => {
      layers = layers.filter((layer) => layer.id !== id);
    };
  }, [id, depth, passesScans]);
  return {
    depth,
    onFocus: () => {
      hasHadFocus.current = true;
    },
  };
}
