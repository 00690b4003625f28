import { expect, test } from 'vitest';
import { registerAction, runAction } from './action-handlers.ts';
import { listActions } from './actions.ts';

test('the newest handler acts, and the one before it again when it is gone', () => {
  const done: string[] = [];
  const stopPage = registerAction('sell.pay', { depth: 0, run: () => done.push('page') });
  const stopPart = registerAction('sell.pay', { depth: 0, run: () => done.push('part') });
  expect(runAction('sell.pay', 'staff')).toBe(true);
  stopPart();
  expect(runAction('sell.pay', 'staff')).toBe(true);
  stopPage();
  expect(runAction('sell.pay', 'staff')).toBe(false);
  expect(done).toEqual(['part', 'page']);
});

test('a role that may not, does not', () => {
  const done: string[] = [];
  const stop = registerAction('sell.pay', { depth: 0, run: () => done.push('paid') });
  expect(runAction('sell.pay', 'customer')).toBe(false);
  expect(runAction('sell.pay', null)).toBe(false);
  expect(done).toEqual([]);
  stop();
});

test('no key does two things', () => {
  const keys = listActions().map(({ action }) => action.key.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
});
