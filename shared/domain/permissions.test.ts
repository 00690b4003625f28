import { expect, test } from 'vitest';
import { can, permissions, permissionsOf } from './permissions.ts';

test('a customer may do nothing at the till', () => {
  expect(permissionsOf('customer')).toEqual([]);
});

test('staff sell, look up and reprint, and manage neither people, settings nor the journal', () => {
  expect(can('staff', 'sell')).toBe(true);
  expect(can('staff', 'receipts.reprint')).toBe(true);
  for (const refused of ['people.manage', 'settings.edit', 'journal.view', 'products.edit'] as const) {
    expect(can('staff', refused)).toBe(false);
  }
});

test('an admin may do every act', () => {
  expect(permissionsOf('admin')).toEqual([...permissions]);
});
