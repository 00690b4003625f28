import { expect, test } from 'vitest';
import type { Settings } from '../../../shared/api/settings.ts';
import { openTax, readTax, withNewClass, withoutClass } from './tax-draft.ts';
import { settingsTexts } from './texts.ts';

const saved: Settings['tax'] = {
  mode: 'exclusive',
  rounding: 'order',
  roundingMode: 'half-even',
  defaultClassId: 'class-2',
  classes: [
    {
      id: 'class-2',
      name: 'Goods',
      rates: [
        { name: 'GST', ratePpm: 50_000, compound: false },
        { name: 'QST', ratePpm: 99_750, compound: true },
      ],
    },
  ],
};

test('opens and reads back what was saved, to the last digit', () => {
  const draft = openTax(saved);
  expect(draft.classes[0]?.rates.map(({ percent }) => percent)).toEqual(['5', '9.975']);
  expect(readTax(draft, settingsTexts.text)).toEqual({ values: saved });
});

test('names every field that is wrong', () => {
  const draft = openTax(saved);
  const broken = {
    ...draft,
    classes: [{ id: 'x', name: ' ', rates: [{ name: '', percent: '12,3456789', compound: false }] }],
  };
  expect(readTax(broken, settingsTexts.text)).toEqual({
    problems: {
      'classes.0.name': 'A name is needed.',
      'classes.0.rates.0.name': 'A name is needed.',
      'classes.0.rates.0.percent': 'Write it like 12 or 8.875, from 0 to 100.',
    },
  });
});

test('the first rate has none before it to stand on', () => {
  const draft = openTax(saved);
  const swapped = {
    ...draft,
    classes: draft.classes.map((each) => ({ ...each, rates: each.rates.slice(1) })),
  };
  const read = readTax(swapped, settingsTexts.text);
  expect('values' in read && read.values.classes[0]?.rates[0]?.compound).toBe(false);
});

test('a new class takes an id that is free', () => {
  const added = withNewClass(openTax(saved), 'Books').classes ?? [];
  expect(added.map(({ id }) => id)).toEqual(['class-2', 'class-3']);
  expect(withoutClass({ ...openTax(saved), classes: added }, 'class-2').classes?.map(({ id }) => id)).toEqual(
    ['class-3'],
  );
});
