import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/api/defaults.ts';
import { openRules, readRules } from './act-rule-draft.ts';

const standard = defaultSettings.acts;

test('the standard rules come back as they were opened', () => {
  expect(readRules(openRules(standard))).toEqual({ values: standard });
});

test('a limit that is not readable is not taken for none', () => {
  const draft = openRules(standard);
  const unreadable = { ...draft, refund: { ...draft.refund, isLimited: true, limit: null } };
  expect(readRules(unreadable)).toEqual({ problems: [{ act: 'refund', what: 'limit' }] });
});

test('a limit that is taken away is none', () => {
  const draft = openRules(standard);
  const without = { ...draft, 'cash-out': { ...draft['cash-out'], isLimited: false } };
  expect(readRules(without)).toEqual({
    values: { ...standard, 'cash-out': { within: 'allow', limit: null, beyond: 'manager' } },
  });
});

test('above a limit nothing is easier than below it', () => {
  const draft = openRules(standard);
  const easier = { within: 'manager', isLimited: true, limit: 0, beyond: 'own-pin' } as const;
  expect(readRules({ ...draft, void: easier })).toEqual({ problems: [{ act: 'void', what: 'beyond' }] });
});
