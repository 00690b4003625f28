import { useEffectEvent, useLayoutEffect } from 'react';
import { topLayerDepth, useLayerDepth } from './layers.tsx';

const writesText = 'input, textarea, select, [contenteditable=true]';

/**
 * Single-character keys of a page, such as `n` for new. They belong to the text while something is being written, and
 * to the dialog in front while one is open.
 */
export function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  const depth = useLayerDepth();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (depth < topLayerDepth()) return;
    if (event.target instanceof Element && event.target.closest(writesText) !== null) return;
    const run = keys[event.key.toLowerCase()];
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
