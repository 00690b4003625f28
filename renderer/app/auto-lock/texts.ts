import { defineTexts } from '../i18n.ts';

export const autoLockTexts = defineTexts('auto-lock', {
  title: 'The till locks itself',
  left_one: 'in {{count}} second',
  left_other: 'in {{count}} seconds',
  what: 'Touch the screen or press a key to stay. The cart is kept.',
});
