import { describe, expect, test } from 'vitest';
import { glanceAt } from './sync-glance.ts';

const now = Date.parse('2026-11-26T10:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('the sync at a glance', () => {
  test('a till that is alone waits for nobody, however much it keeps', () => {
    expect(glanceAt({ state: 'alone', waiting: 900, oldestWaitingAt: minutesAgo(9_000) }, now)).toEqual({
      tone: 'good',
      waitedMilliseconds: null,
    });
  });

  test('what waits for ten minutes is told in red, whether the cloud is reached or not', () => {
    for (const state of ['online', 'offline'] as const) {
      expect(glanceAt({ state, waiting: 1, oldestWaitingAt: minutesAgo(9.9) }, now).tone).not.toBe('bad');
      expect(glanceAt({ state, waiting: 1, oldestWaitingAt: minutesAgo(10) }, now).tone).toBe('bad');
    }
  });

  test('trouble is red at once, also when nothing waits', () => {
    expect(glanceAt({ state: 'trouble', waiting: 0, oldestWaitingAt: null }, now).tone).toBe('bad');
  });

  test('with nothing waiting, being cut off is calm', () => {
    expect(glanceAt({ state: 'offline', waiting: 0, oldestWaitingAt: null }, now).tone).toBe('cut-off');
    expect(glanceAt({ state: 'online', waiting: 0, oldestWaitingAt: null }, now).tone).toBe('good');
  });

  test('a clock that was set back makes no age below zero', () => {
    expect(glanceAt({ state: 'online', waiting: 2, oldestWaitingAt: minutesAgo(-60) }, now)).toEqual({
      tone: 'waiting',
      waitedMilliseconds: 0,
    });
  });
});
