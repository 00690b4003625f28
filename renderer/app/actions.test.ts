import { expect, test } from 'vitest';
import { listActions } from './actions.ts';

test('every act has a key of its own, and another label on its button', () => {
  const keys = listActions().map(({ action }) => action.key);
  expect(keys).toEqual([...new Set(keys)]);
  const labels = listActions().map(({ action }) => action.keyLabel);
  expect(labels).toEqual([...new Set(labels)]);
});
