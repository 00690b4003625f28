import type { Refusal } from '../../shared/domain/offers.ts';
import type { Formats } from '../ui/format.tsx';
import { defineTexts } from './i18n.ts';

const texts = defineTexts('offers', {
  inactive: 'It is switched off.',
  'not-yet': 'It has not begun yet.',
  over: 'It has ended.',
  'wrong-hours': 'It is not on at this time of the week.',
  'code-needed': 'Its code was not scanned or typed.',
  'customer-needed': 'It needs a customer: scan the card.',
  'not-for-this-customer': 'It is for other customers.',
  'used-up-by-customer': 'This customer has had it as often as it may be had.',
  'used-up': 'It is used up.',
  'no-fitting-line': 'Nothing in the cart fits it.',
  'nothing-to-take-off': 'There is nothing left to take off.',
  'spend-more': 'Spend {{amount}} more.',
  'more-pieces_one': '{{number}} more piece.',
  'more-pieces_other': '{{number}} more pieces.',
  'better-offer': '“{{title}}” gives more.',
  'points-short_one': '{{number}} point is missing.',
  'points-short_other': '{{number}} points are missing.',
});

/** Why an offer does not count, as a sentence for the cashier to read out. */
export function refusalWords(refusal: Refusal, { money, number }: Pick<Formats, 'money' | 'number'>): string {
  switch (refusal.reason) {
    case 'spend-more':
      return texts.text('spend-more', { amount: money(refusal.missingMinor) });
    case 'more-pieces':
      return texts.text('more-pieces', {
        count: refusal.missingCount,
        number: number(refusal.missingCount),
      });
    case 'points-short':
      return texts.text('points-short', {
        count: refusal.missingPoints,
        number: number(refusal.missingPoints),
      });
    case 'better-offer':
      return texts.text('better-offer', { title: refusal.winnerTitle });
    default:
      return texts.text(refusal.reason);
  }
}
