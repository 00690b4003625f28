import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

test('gives what differs, down to the parts of a field, and nothing else', () => {
  const saved = { host: 'a', port: 9100, rounding: { stepMinor: 25, tie: 'up' } };
  expect(changedFields(saved, { ...saved, port: 9101 })).toEqual({ port: 9101 });
  expect(changedFields(saved, { ...saved, rounding: { stepMinor: 5, tie: 'up' } })).toEqual({
    rounding: { stepMinor: 5, tie: 'up' },
  });
  expect(changedFields(saved, structuredClone(saved))).toEqual({});
});

test('a field set to nothing is a change', () => {
  const saved: { rounding: { stepMinor: number } | null } = { rounding: { stepMinor: 25 } };
  expect(changedFields(saved, { rounding: null })).toEqual({ rounding: null });
});
