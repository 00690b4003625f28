import { expect, test } from 'vitest';
import {
  changeOf,
  createOf,
  draftOf,
  isChanged,
  newDraft,
  problemsOf,
  withOpening,
} from './product-draft.ts';

const product = {
  id: '0198c0de-0000-7000-8000-000000000001',
  sku: null,
  name: 'Rice',
  barcodes: ['4006381333931'],
  categoryId: null,
  colour: 'grey',
  priceMinor: 5200,
  taxClassId: 'standard',
  unit: 'kg',
  tracksStock: true,
  onHandMilli: 12_500,
  lowStockMilli: 5000,
  favouritePosition: 0,
  pointsMultiplierPpm: 1_000_000,
  archived: false,
  updatedAt: '2026-11-20T08:00:00.000Z',
} as const;
const opened = draftOf({ ...product, barcodes: [...product.barcodes] });

test('a change sends only what is different', () => {
  expect(isChanged(opened, draftOf({ ...product, barcodes: [...product.barcodes] }))).toBe(false);
  const draft = { ...opened, name: ' Brown rice ', barcodes: ['4006381333931', '12345670'] };
  expect(isChanged(draft, opened)).toBe(true);
  expect(changeOf(draft, opened)).toEqual({ name: 'Brown rice', barcodes: ['4006381333931', '12345670'] });
});

test('the first place is a favourite, and turning it off takes the place away', () => {
  expect(opened.isFavourite).toBe(true);
  expect(changeOf({ ...opened, isFavourite: false }, opened)).toEqual({ favouritePosition: null });
});

test('what is not counted has neither a warning level nor an opening stock', () => {
  expect(changeOf({ ...opened, tracksStock: false }, opened)).toEqual({
    tracksStock: false,
    lowStockMilli: null,
  });
  const draft = { ...newDraft('standard', '96385074'), name: 'Bag', priceMinor: 0, ...withOpening(5000) };
  expect(createOf(draft)).toMatchObject({
    barcodes: ['96385074'],
    onHandMilli: 5000,
    sku: null,
    priceMinor: 0,
  });
  expect(createOf({ ...draft, tracksStock: false })).toMatchObject({ onHandMilli: 0 });
});

test('a new product is counted once it has an opening stock', () => {
  const draft = newDraft('standard', '');
  expect(draft.tracksStock).toBe(false);
  expect(createOf({ ...draft, ...withOpening(null) })).toMatchObject({ tracksStock: false, onHandMilli: 0 });
  expect(createOf({ ...draft, ...withOpening(0) })).toMatchObject({ tracksStock: true, onHandMilli: 0 });
});

test('a product may earn other points than usual, or none', () => {
  expect(changeOf({ ...opened, pointsMultiplierPpm: 0 }, opened)).toEqual({ pointsMultiplierPpm: 0 });
  expect(problemsOf({ ...opened, pointsMultiplierPpm: null })).toEqual(['pointsMultiplierPpm']);
});

test('a product needs a name and a price, and nothing is a price', () => {
  expect(problemsOf(newDraft('standard', ''))).toEqual(['name', 'priceMinor']);
  expect(problemsOf({ ...newDraft('standard', ''), name: 'Bag', priceMinor: 0 })).toEqual([]);
});
