import { defineTexts } from '../../app/i18n.ts';

export const inStoreTexts = defineTexts('inStore', {
  prefix: 'Begins with',
  itemDigits: 'Digits of the item',
  valueDigits: 'Digits of the value',
  value: 'The value is a',
  price: 'price',
  weight: 'weight',
  add: 'Add a kind of label',
  remove: 'Remove the labels that begin with {{prefix}}',
  none: 'No barcode carries a price or a weight.',
  howFound:
    'The digits of the item are the SKU of the product, with or without zeros in front, or the beginning of its barcode. A price counts in the smallest coin, a weight in grams.',
  doesNotFill:
    'Prefix, item and value have to be 12 digits together, or 11 with a check digit of a value of 4 or 5 digits.',
  tryOut: 'Try it out',
  tryOutHint: 'Scan or type the barcode of a label.',
  tryNothing: 'This is no label of these kinds, or a digit of it is wrong.',
  tryPrice: 'Item {{item}}, to pay {{amount}}',
  tryWeight: 'Item {{item}}, {{amount}} kg',

  percents: 'Percents to press',
  percentsHint: 'Up to four, like 5, 10, 20, 50. Any other can be typed.',
  percentsInvalid: 'Write up to four whole numbers from 1 to 100, like 5, 10, 20.',
  reasons: 'Usual reasons',
  reasonsHint: 'One on each line, up to 12. Any other can be typed.',
  reasonsInvalid: 'Write up to 12 reasons, each of at most 40 letters.',
});
