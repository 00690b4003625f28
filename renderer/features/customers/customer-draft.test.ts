import { expect, test } from 'vitest';
import { changeCustomerOf, createCustomerOf, isCustomerChanged, newCustomerDraft } from './customer-draft.ts';

test('what was searched for is a phone, an e-mail address or a name', () => {
  expect(newCustomerDraft(' +63 917 555-0101 ').phone).toBe('+63 917 555-0101');
  expect(newCustomerDraft('ana@example.org').email).toBe('ana@example.org');
  expect(newCustomerDraft('Ana Cruz').name).toBe('Ana Cruz');
  expect(newCustomerDraft('')).toMatchObject({ name: '', phone: '', email: '' });
});

test('a change sends only what is different, and an emptied birthday as none', () => {
  const opened = { ...newCustomerDraft('Ana'), birthday: '1990-02-28', phone: '0917' };
  expect(isCustomerChanged({ ...opened }, opened)).toBe(false);
  expect(isCustomerChanged({ ...opened, notes: 'x' }, opened)).toBe(true);
  expect(changeCustomerOf({ ...opened, birthday: '', name: 'Ana ' }, opened)).toEqual({ birthday: null });
});

test('a new customer carries the id the screen made', () => {
  const id = '0198c0de-0000-7000-8000-000000000001';
  expect(createCustomerOf(newCustomerDraft('Ana'), id)).toEqual({
    id,
    name: 'Ana',
    phone: '',
    email: '',
    birthday: null,
    address: '',
    notes: '',
    tierId: null,
  });
});
