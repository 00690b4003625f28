import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScanQueue } from './scan-queue.ts';

/** A lookup that answers when told to. */
function answers() {
  const resolvers = new Map<number, (answer: string) => void>();
  return {
    lookUp: (scan: number) => new Promise<string>((resolve) => resolvers.set(scan, resolve)),
    answer: async (scan: number) => {
      resolvers.get(scan)?.(`answer ${scan}`);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

test('scans are applied in the order they came, whatever order the answers come in, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 12 }).chain((count) =>
        fc.shuffledSubarray(
          Array.from({ length: count }, (_, index) => index),
          { minLength: count },
        ),
      ),
      async (answerOrder) => {
        const { lookUp, answer } = answers();
        const applied: string[] = [];
        const queue = createScanQueue({
          lookUp,
          apply: (_, text: string) => applied.push(text),
          isHeld: () => false,
        });
        for (let scan = 0; scan < answerOrder.length; scan += 1) queue.add(scan);
        const settled = queue.settled().then(() => applied.length);
        for (const scan of answerOrder) await answer(scan);
        expect(await settled).toBe(answerOrder.length);
        expect(applied).toEqual(answerOrder.map((_, index) => `answer ${index}`));
        expect(queue.waitingCount()).toBe(0);
      },
    ),
  );
});

test('what is scanned while a sale is being stored waits for the next cart', async () => {
  const { lookUp, answer } = answers();
  const applied: number[] = [];
  let held = true;
  const queue = createScanQueue({ lookUp, apply: (scan: number) => applied.push(scan), isHeld: () => held });
  queue.add(1);
  queue.add(2);
  await answer(2);
  await answer(1);
  await queue.settled();
  expect(applied).toEqual([]);
  expect(queue.waitingCount()).toBe(2);
  held = false;
  queue.proceed();
  expect(applied).toEqual([1, 2]);
});
