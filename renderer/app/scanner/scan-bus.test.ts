import { expect, test } from 'vitest';
import { dispatchScan, onUnhandledScan, subscribeToScans, type Scan } from './scan-bus.ts';

const scan: Scan = { code: '4800016552021', source: 'wedge' };

test('a dialog gets the scan before the page, a higher priority before a lower, the newer before the older', () => {
  const heard: string[] = [];
  const stops = [
    subscribeToScans({ depth: 0, priority: 5, handle: () => void heard.push('page first') }),
    subscribeToScans({ depth: 1, priority: 0, handle: () => (heard.push('older dialog'), false) }),
    subscribeToScans({ depth: 1, priority: 0, handle: () => (heard.push('newer dialog'), false) }),
    subscribeToScans({ depth: 0, priority: 0, handle: () => void heard.push('page last') }),
  ];
  expect(dispatchScan(scan)).toBe(true);
  expect(heard).toEqual(['newer dialog', 'older dialog', 'page first']);
  for (const stop of stops) stop();
});

test('a scan that nobody wants is said, not lost in silence', () => {
  const said: string[] = [];
  const stopListening = onUnhandledScan(({ code }) => said.push(code));
  const stop = subscribeToScans({ depth: 0, priority: 0, handle: () => false });
  expect(dispatchScan(scan)).toBe(false);
  stop();
  expect(dispatchScan(scan)).toBe(false);
  expect(said).toEqual([scan.code, scan.code]);
  stopListening();
});
