const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns the signals that end a program into one event, so that it can end in order. Repeats change nothing. */
export function waitForEnd(): { signal: AbortSignal; asked: Promise<void>; release: () => void } {
  const controller = new AbortController();
  const end = () => controller.abort();
  for (const name of signals) process.on(name, end);
  const asked = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return {
    signal: controller.signal,
    asked,
    release: () => {
      for (const name of signals) process.off(name, end);
    },
  };
}
