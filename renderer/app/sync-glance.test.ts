import { describe, expect, test } from 'vitest';
import { glanceAt } from './sync-glance.ts';

const now = Date.parse('2026-11-26T10:00:00.000Z');
const never = { lastSuccessAt: null };
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('the sync at a glance', () => {
  test('a till that is alone waits for nobody, however much it keeps', () => {
    expect(
      glanceAt({ ...never, state: 'alone', waiting: 900, oldestWaitingAt: minutesAgo(9_000) }, now),
    ).toEqual({
      tone: 'good',
      waitedMilliseconds: null,
    });
  });

  test('what waits for ten minutes is told in red, whether the cloud is reached or not', () => {
    for (const state of ['online', 'offline'] as const) {
      const seen = (minutes: number) =>
        glanceAt({ ...never, state, waiting: 1, oldestWaitingAt: minutesAgo(minutes) }, now).tone;
      expect(seen(9.9)).not.toBe('bad');
      expect(seen(10)).toBe('bad');
    }
  });

  test('what is being sent after a long cut is not told in red as long as it gets through', () => {
    const waits = { waiting: 9, oldestWaitingAt: minutesAgo(600) };
    const seen = (state: 'online' | 'offline', minutes: number) =>
      glanceAt({ ...waits, state, lastSuccessAt: minutesAgo(minutes) }, now).tone;
    expect(seen('online', 1)).toBe('waiting');
    expect(seen('online', 10)).toBe('bad');
    expect(seen('offline', 1)).toBe('bad');
  });

  test('trouble is red at once, also when nothing waits', () => {
    expect(glanceAt({ ...never, state: 'trouble', waiting: 0, oldestWaitingAt: null }, now).tone).toBe('bad');
  });

  test('with nothing waiting, being cut off is calm', () => {
    expect(glanceAt({ ...never, state: 'offline', waiting: 0, oldestWaitingAt: null }, now).tone).toBe(
      'cut-off',
    );
    expect(glanceAt({ ...never, state: 'online', waiting: 0, oldestWaitingAt: null }, now).tone).toBe('good');
  });

  test('a clock that was set back makes no age below zero', () => {
    expect(
      glanceAt({ ...never, state: 'online', waiting: 2, oldestWaitingAt: minutesAgo(-60) }, now),
    ).toEqual({
      tone: 'waiting',
      waitedMilliseconds: 0,
    });
  });
});
