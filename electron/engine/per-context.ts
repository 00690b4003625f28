import type { EngineContext } from './context.ts';

/**
 * Something that lives as long as one engine: made at first use, gone with the engine's context. A promise that fails
 * is forgotten, so that the next use tries again: a key store that was not ready once must not stay so.
 */
export function perContext<T>(make: (context: EngineContext) => T): (context: EngineContext) => T {
  const made = new WeakMap<EngineContext, { value: T }>();
  return (context) => {
    const known = made.get(context);
    if (known !== undefined) return known.value;
    const value = make(context);
    made.set(context, { value });
    if (value instanceof Promise) value.catch(() => made.delete(context));
    return value;
  };
}
