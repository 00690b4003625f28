let settle: () => Promise<void> = () => Promise.resolve();

/** What must be over before a sale is counted up: scans that are still being looked up belong to it. */
export function waitBeforePaying(wait: () => Promise<void>): void {
  settle = wait;
}

export function settleBeforePaying(): Promise<void> {
  return settle();
}
