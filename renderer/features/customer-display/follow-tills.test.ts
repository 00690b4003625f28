import { describe, expect, test } from 'vitest';
import type { DisplayMessage, DisplayState, Shown } from '../../app/customer-display/display-message.ts';
import { hearTill, shownOf } from './follow-tills.ts';

const shop = { name: 'Corner Bakery', locale: 'en-PH', currencyCode: 'PHP', timeZone: 'Asia/Manila' };
const cart = {
  lines: [],
  newestLineId: null,
  itemCount: 1,
  discountMinor: 0,
  taxAddedMinor: 0,
  totalMinor: 1,
};
const selling: DisplayState = { kind: 'cart', cart };
const idle: DisplayState = { kind: 'idle' };
const show = (screen: string, state: DisplayState): DisplayMessage => ({ kind: 'show', screen, shop, state });
const gone = (screen: string): DisplayMessage => ({ kind: 'gone', screen });
const hear = (...messages: DisplayMessage[]) => shownOf(messages.reduce<readonly Shown[]>(hearTill, []));

describe('which till the display follows', () => {
  test('none before one is heard', () => {
    expect(hear({ kind: 'here' })).toBeNull();
  });

  test('the one that spoke last', () => {
    expect(hear(show('a', selling), show('b', selling))?.screen).toBe('b');
    expect(hear(show('a', selling), show('b', selling), show('a', selling))?.screen).toBe('a');
  });

  test('one that waits does not take it from one that sells', () => {
    expect(hear(show('a', selling), show('b', idle))?.screen).toBe('a');
    expect(hear(show('a', selling), show('b', idle), show('a', idle))?.state).toEqual(idle);
  });

  test('a till that goes takes its cart along, and leaves the name of the shop', () => {
    expect(hear(show('a', selling), gone('a'))).toEqual({ screen: 'a', shop, state: idle });
    expect(hear(show('a', selling), gone('a'), show('b', selling), gone('b'))?.state).toEqual(idle);
    expect(hear(gone('a'))).toBeNull();
  });
});
