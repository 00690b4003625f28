import { expect, test } from 'vitest';
import { offerStateAt } from './offer-state.ts';

const from = '2026-11-01T00:00:00.000Z';
const until = '2026-12-01T00:00:00.000Z';
const at = (instant: string, isActive = true) =>
  offerStateAt({ isActive, validFrom: from, validUntil: until }, instant);

test('an offer runs from its first instant to its last, and never while it is off', () => {
  expect(at('2026-10-31T23:59:59.999Z')).toBe('planned');
  expect(at(from)).toBe('running');
  expect(at(until)).toBe('running');
  expect(at('2026-12-01T00:00:00.001Z')).toBe('ended');
  expect(at(from, false)).toBe('off');
  expect(offerStateAt({ isActive: true, validFrom: null, validUntil: null }, from)).toBe('running');
});
