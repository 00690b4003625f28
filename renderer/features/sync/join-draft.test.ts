import { expect, test } from 'vitest';
import { problemsOf, withTyped } from './join-draft.ts';

const empty = { url: '', code: '', name: 'Till by the door' };

test('a join text pasted into either field fills both and keeps the name', () => {
  const filled = { url: 'https://cloud.example.com', code: 'ABCDE-FGHJK', name: 'Till by the door' };
  for (const field of ['url', 'code'] as const)
    expect(withTyped(empty, field, 'SUKLI-JOIN:https://cloud.example.com#ABCDE-FGHJK')).toEqual(filled);
  expect(withTyped(empty, 'url', 'https://clo')).toEqual({ ...empty, url: 'https://clo' });
});

test('a code is long enough by its letters and digits alone', () => {
  const typed = { ...empty, url: 'https://a' };
  expect(problemsOf({ ...typed, code: 'ABCD-EFG' })).toEqual({ url: false, code: true });
  expect(problemsOf({ ...typed, code: 'abcd efgh' })).toEqual({ url: false, code: false });
  expect(problemsOf({ ...empty, url: 'cloud.example.com', code: 'ABCDEFGH' }).url).toBe(true);
});
