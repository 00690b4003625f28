export type ScanQueue<Scan> = {
  /** Takes a scan in; what it stands for is looked up at once, and applied when its turn comes. */
  add: (scan: Scan) => void;
  /** Applies what waits, as far as nothing holds it. */
  proceed: () => void;
  /** Resolves when every scan so far has been applied, or is held back. */
  settled: () => Promise<void>;
  waitingCount: () => number;
};

/**
 * Scans are looked up side by side and applied strictly in the order in which they came, so that quick scans neither
 * overtake each other nor get lost. `lookUp` never rejects: a failure is an answer too. While `isHeld` says so (a sale
 * is being stored) nothing is applied; `proceed` goes on afterwards.
 */
export function createScanQueue<Scan, Answer>(parts: {
  lookUp: (scan: Scan) => Promise<Answer>;
  apply: (scan: Scan, answer: Answer) => void;
  isHeld: () => boolean;
  onChange?: () => void;
}): ScanQueue<Scan> {
  type Waiting = { scan: Scan; answered: boolean; answer: Answer | undefined };
  const waiting: Waiting[] = [];
  let settling: (() => void)[] = [];

  const isStuck = () => waiting.length === 0 || (parts.isHeld() && waiting[0]?.answered === true);

  const proceed = () => {
    for (let first = waiting[0]; first?.answered === true && !parts.isHeld(); first = waiting[0]) {
      waiting.shift();
      parts.apply(first.scan, first.answer as Answer);
    }
    parts.onChange?.();
    if (!isStuck()) return;
    for (const resolve of settling) resolve();
    settling = [];
  };

  return {
    add: (scan) => {
      const entry: Waiting = { scan, answered: false, answer: undefined };
      waiting.push(entry);
      parts.onChange?.();
      void parts.lookUp(scan).then((answer) => {
        entry.answered = true;
        entry.answer = answer;
        proceed();
      });
    },
    proceed,
    settled: () =>
      new Promise((resolve) => {
        if (isStuck()) resolve();
        else settling.push(resolve);
      }),
    waitingCount: () => waiting.length,
  };
}
