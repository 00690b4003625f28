/** Runs pieces of work of one key a few at a time, in the order in which they were asked for. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** What waits here holds no connection to the database, which others may need meanwhile. */
export function createTurns(atOnce: number): Turns {
  const lines = new Map<string, { running: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running === atOnce) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.running += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if ((line.running -= 1) === 0) lines.delete(key);
    }
  };
}
