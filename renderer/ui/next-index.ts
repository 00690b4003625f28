/** Where a key leads in a list of `count` rows; null when the key does not move. */
export function nextIndex(current: number, key: string, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: count - 1,
  };
  const target = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return target === undefined ? null : Math.min(Math.max(0, target), Math.max(0, count - 1));
}
