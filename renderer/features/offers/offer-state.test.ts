import { expect, test } from 'vitest';
import { offerState } from './offer-state.ts';

const from = '2026-11-01T00:00:00.000Z';
const until = '2026-12-01T00:00:00.000Z';
const at = (instant: string, isActive = true) =>
  offerState({ isActive, validFrom: from, validUntil: until }, Date.parse(instant));

test('an offer runs from its beginning up to before its end, and never while it is off', () => {
  expect(at('2026-10-31T23:59:59.999Z')).toBe('planned');
  expect(at(from)).toBe('running');
  expect(at('2026-11-30T23:59:59.999Z')).toBe('running');
  expect(at(until)).toBe('ended');
  expect(at(from, false)).toBe('off');
  expect(offerState({ isActive: true, validFrom: null, validUntil: null }, 0)).toBe('running');
});
