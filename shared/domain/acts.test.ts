import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../api/defaults.ts';
import { acts, wayOf } from './acts.ts';

const rules = {
  ...defaultSettings.acts,
  'cash-out': { within: 'allow', limit: 500, beyond: 'manager' },
  void: { within: 'manager', limit: null, beyond: 'never' },
} as const;

describe('how an act is approved', () => {
  it.each([
    ['cash-out', 'staff', 500, 'allow'],
    ['cash-out', 'staff', 501, 'manager'],
    ['cash-out', 'staff', -501, 'manager'],
    ['cash-out', 'admin', 501, 'allow'],
    ['cash-out', 'customer', 0, 'never'],
    ['void', 'staff', 1_000_000, 'manager'],
    ['void', 'admin', 1_000_000, 'allow'],
  ] as const)('%s by %s of %i: %s', (act, role, figure, way) => {
    expect(wayOf(act, role, figure, rules)).toBe(way);
  });

  it('has a rule for every act from the start', () => {
    expect(Object.keys(defaultSettings.acts).sort()).toEqual([...acts].sort());
  });
});
