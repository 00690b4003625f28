let awaited: Promise<void> | null = null;

/** Whether a cart that was kept may still come back to this screen. */
export const isCartAwaited = (): boolean => awaited !== null;

/** Resolves at once when no kept cart is awaited; what waits is done in the order in which it came. */
export const cartIsBack = (): Promise<void> => awaited ?? Promise.resolve();

/** From now on a kept cart is awaited. Gives the way to say that it is back, or that there is none. */
export function awaitCart(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const all = cartIsBack().then(() => promise);
  awaited = all;
  void all.then(() => {
    if (awaited === all) awaited = null;
  });
  return resolve;
}
