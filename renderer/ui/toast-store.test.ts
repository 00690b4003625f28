import { beforeEach, expect, test } from 'vitest';
import { closeToast, showToast, useToasts } from './toast-store.ts';

beforeEach(() => useToasts.setState({ toasts: [] }));
const titles = () => useToasts.getState().toasts.map(({ title }) => title);

test('the last three are shown, the newest last', () => {
  for (const title of ['one', 'two', 'three', 'four']) showToast({ title });
  expect(titles()).toEqual(['two', 'three', 'four']);
});

test('the same id replaces what it said before', () => {
  showToast({ id: 'scan', title: 'first' });
  showToast({ title: 'other' });
  showToast({ id: 'scan', title: 'second' });
  expect(titles()).toEqual(['other', 'second']);
});

test('one is closed without the others', () => {
  showToast({ id: 'a', title: 'a' });
  showToast({ id: 'b', title: 'b' });
  closeToast('a');
  expect(titles()).toEqual(['b']);
});
