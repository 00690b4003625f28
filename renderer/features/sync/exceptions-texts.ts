import { defineTexts } from '../../app/i18n.ts';

export const exceptionsTexts = defineTexts('sync-exceptions', {
  list: 'What somebody should look at',
  what: 'Nothing of this holds anything else up, and everything around it counts.',
  noneTitle: 'Nothing to look at.',
  noneWhat:
    'What the cloud cannot read, what two tills made twice, and what waits for something is listed here.',
  cloudAway: 'The cloud is not reached: what it keeps for review is missing from this list.',
  cloudAwayWhat: 'What is known here is listed all the same.',

  reviewTitle: '{{kind}} of {{register}}, kept for review',
  reviewEntry: 'Entry {{number}}, {{at}}',
  reviewReceipt: 'receipt {{number}}',
  reviewBody: 'What is written',
  accept: 'Let it count',
  setAside: 'Set aside …',
  again: 'Look again',
  accepted: 'It counts as it is.',
  setAsideDone: 'It is set aside.',
  againDone: 'The cloud looked at it again.',
  setAsideTitle: 'Set this aside?',
  setAsideWhat:
    'It stays where it is, for good, and is left out of the reports. The till that made it is not changed.',
  note: 'Note',
  noteHint: 'Why, for whoever asks later.',
  noteNeeded: 'Say why.',
  setAsideSend: 'Set aside',

  'waiting-title': '{{kind}} of {{register}} waits',
  'waiting-waits':
    'It belongs to something that is not here yet, and takes effect by itself once that arrives.',
  'waiting-unknown': 'A newer program wrote it. Update this till: then it takes effect by itself.',
  waitingAbout: 'This program',

  'shared-sku': 'Two products have the SKU {{key}}',
  'shared-barcode': 'Two products have the barcode {{key}}',
  'shared-category': 'Two categories have the name {{key}}',
  'shared-coupon': 'Two promotions have the coupon code {{key}}',
  'shared-other': 'Two records have the code {{key}}',
  sharedWhat:
    '{{holder}} was there first and is found by it. {{waiting}} gets it by itself when it is taken off there.',
  'refunded-twice': '{{number}} was refunded at two tills at once',
  'voided-and-refunded': '{{number}} was voided at one till and refunded at another',
  'voided-twice': '{{number}} was voided at two tills',
  overRefundWhat:
    'The customer paid {{paid}}, and {{back}} came back. Both papers stand. Ask the customer, or count it as a loss.',
  sharedNobody: '{{waiting}} gets it by itself.',
  open: 'Open {{name}}',

  'put-back-restored': 'The books of this till were put back to earlier ones',
  'put-back-forked': 'The disk of this till was put back to an earlier one, or copied',
  putBackWhat:
    'What was sold after them and not sent to the cloud is not here. Hold the last paper receipts against the list of sales. Receipts go on in a series of their own.',
  putBackSales: 'Open sales',

  'same-phone': 'Two customers have one phone number',
  'same-email': 'Two customers have one e-mail address',
  sameWhat: '{{one}} and {{other}} may be one person who was added on two tills.',
  compare: 'Compare and merge …',
});
