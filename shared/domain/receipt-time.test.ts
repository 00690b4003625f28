import { expect, test } from 'vitest';
import { receiptTime } from './receipt-time.ts';

test('a receipt writes the shop’s own time, the same way everywhere', () => {
  const instant = Date.parse('2026-11-20T20:05:59.999Z');
  expect(receiptTime(instant, 'Asia/Manila')).toBe('2026-11-21 04:05');
  expect(receiptTime(instant, 'America/New_York')).toBe('2026-11-20 15:05');
});
