import { expect, test } from 'vitest';
import { jsonNumber, type BodyValue } from './json-values.ts';
import { isNothing, readOrderReference, readPoints, readTotal } from './ramyeon-input.ts';

const number = jsonNumber;

test.each<[BodyValue | undefined, number, number | null]>([
  [number('100'), 2, 10_000],
  [number('250.5'), 2, 25_050],
  [number('1e2'), 2, 10_000],
  ['1E2', 2, 10_000],
  [' 99.999 ', 2, 9_999],
  ['.5', 2, 50],
  ['5.', 2, 500],
  ['0.001', 2, 0],
  [number('0.29'), 2, 29],
  [number('1250'), 0, 1250],
  ['1.2345', 3, 1234],
  ['10000000000', 2, 1_000_000_000_000],
  ['10000000000.01', 2, null],
  [number('1e400'), 2, null],
  ['1e-400', 2, 0],
  ['0e999', 2, null],
  ['-1', 2, null],
  ['0', 2, null],
  ['1,000', 2, null],
  ['Infinity', 2, null],
  ['١٢', 2, null],
  ['9'.repeat(300), 2, null],
  [true, 2, null],
  [null, 2, null],
  [undefined, 2, null],
  [[number('1')], 2, null],
])('a total of %j with %i decimals is %j', (given, exponent, minor) => {
  expect(readTotal(given, exponent)).toBe(minor);
});

test.each<[BodyValue | undefined, number | null]>([
  [number('1'), 1],
  [number('100000000'), 100_000_000],
  [number('100000001'), null],
  [number('0'), null],
  [number('-1'), null],
  [number('5.0'), null],
  [number('1e2'), null],
  ['5', null],
  [true, null],
])('points of %j are %j', (given, points) => {
  expect(readPoints(given)).toBe(points);
});

test.each<[BodyValue | undefined, ReturnType<typeof readOrderReference>]>([
  [undefined, null],
  [null, null],
  ['', null],
  [number('12'), { text: '12', publicId: 12 }],
  [' +0012 ', { text: '12', publicId: 12 }],
  ['0', { text: '0', publicId: 0 }],
  ['A-1', { text: 'A-1', publicId: null }],
  ['9223372036854775808', { text: '9223372036854775808', publicId: null }],
  [number('-3'), { text: '-3', publicId: null }],
  [number('1.5'), undefined],
  [true, undefined],
  [[], undefined],
])('an order id of %j', (given, reference) => {
  expect(readOrderReference(given)).toEqual(reference);
});

test('nothing is what Python takes for it', () => {
  for (const nothing of [undefined, null, false, '', number('0'), number('-0.0'), [], {}]) {
    expect(isNothing(nothing)).toBe(true);
  }
  for (const something of [true, ' ', '0', number('0.1'), [null], { a: null }]) {
    expect(isNothing(something)).toBe(false);
  }
});
