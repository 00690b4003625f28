import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStamp, nextStamp, stampOfInstant } from './stamp.ts';

const writers = ['0199aaaa-0000-7000-8000-000000000001', '0199bbbb-0000-7000-8000-000000000002'] as const;
const clock = fc.integer({ min: 0, max: 4_102_444_800_000 });

test('a stamp is later than the one before it, whatever the clocks say', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(clock, fc.constantFrom(...writers)), { minLength: 1 }), (steps) => {
      let last: string | null = null;
      for (const [now, writer] of steps) {
        const stamp: string = nextStamp(last, now, writer);
        expect(isStamp(stamp)).toBe(true);
        if (last !== null) expect(stamp > last).toBe(true);
        expect(Number(stamp.slice(0, 15))).toBeGreaterThanOrEqual(now);
        last = stamp;
      }
    }),
  );
});

test('a full counter goes on in the next millisecond', () => {
  expect(nextStamp('000000000000005-fffff-00000001', 5, writers[1])).toBe('000000000000006-00000-00000002');
});

test('two tills that were set up within a minute never make the same stamp', () => {
  const [one, other] = ['0199aaaa-0000-7000-8000-0000a1b2c3d4', '0199aaaa-1111-7000-8000-0000f1e2d3c4'];
  expect(nextStamp(null, 5, one)).not.toBe(nextStamp(null, 5, other));
});

test('an entry of before has the stamp of its time', () => {
  expect(stampOfInstant('1970-01-01T00:00:01.000Z', writers[0])).toBe('000000000001000-00000-00000001');
  expect(isStamp(stampOfInstant('nonsense', writers[0]))).toBe(true);
});
