import { expect, test } from 'vitest';
import { drawerOf, emptyDrawer, piecesSoFar, readDrawer } from './drawer-draft.ts';

const php = { code: 'PHP', exponent: 2 };
const read = (draft: Parameters<typeof readDrawer>[0], locale = 'en-PH') => readDrawer(draft, php, locale);

test('pieces come to their sum; none are left out', () => {
  const typed = { '100000': '3', '500': ' 2 ', '25': '' };
  expect(read({ ...emptyDrawer, typed })).toEqual({
    ok: true,
    value: { cashMinor: 301_000, pieces: { '100000': 3, '500': 2 } },
  });
  expect(read(emptyDrawer)).toEqual({ ok: true, value: { cashMinor: 0, pieces: {} } });
});

test('what is no number of pieces is named, and the rest still adds up', () => {
  const typed = { '100000': '1', '500': '2x' };
  expect(piecesSoFar(typed)).toBe(100_000);
  expect(read({ ...emptyDrawer, typed })).toMatchObject({
    ok: false,
    failure: { message: '“2x” is not a number of pieces.', field: '500' },
  });
});

test('one amount is read as the shop writes it, and refused in words when it may be another', () => {
  const amount = { ...emptyDrawer, way: 'amount' as const };
  expect(read({ ...amount, amount: '1,000.50' })).toMatchObject({ value: { cashMinor: 100_050 } });
  expect(read({ ...amount, amount: '1.000,50' }, 'de-DE')).toMatchObject({ value: { cashMinor: 100_050 } });
  expect(read({ ...amount, amount: '1.000,50' })).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('1,000.50') },
  });
  expect(read({ ...amount, amount: '' }).ok).toBe(false);
});

test('begins with what was left', () => {
  expect(drawerOf({ cashMinor: 500, pieces: { '500': 1 } }, '5.00')).toEqual({
    way: 'pieces',
    typed: { '500': '1' },
    amount: '',
  });
  expect(drawerOf({ cashMinor: 500, pieces: {} }, '5.00')).toMatchObject({ way: 'amount', amount: '5.00' });
});
