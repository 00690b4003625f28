import { expect, test } from 'vitest';
import { openBareBooks } from '../../../../tests/fixtures/bare-books.ts';
import { moneyField, moneyText, readMoney } from './money-field.ts';

async function read(currency: string, given: string) {
  const { context } = await openBareBooks({ currency });
  const value = moneyField().read(given);
  if (!value.ok) throw new Error('money is read later');
  const money = readMoney(context, value.value);
  return money.ok ? [money.value, moneyText(context, money.value)] : money.failure[0];
}

test.each([
  ['PHP', '450000.00', [45_000_000, '450000.00']],
  ['PHP', '0.1', [10, '0.10']],
  ['PHP', '0.001', 'Ensure that there are no more than 2 decimal places.'],
  ['PHP', '99999999.99', [9_999_999_999, '99999999.99']],
  ['PHP', '100000000', 'Ensure that there are no more than 8 digits before the decimal point.'],
  ['JPY', '1250', [1250, '1250.00']],
  ['JPY', '1250.00', [1250, '1250.00']],
  ['JPY', '1250.5', 'Ensure that there are no more than 0 decimal places.'],
  ['JPY', '0.5', 'Ensure this value is greater than or equal to 1.00.'],
  ['KWD', '1.25', [1250, '1.250']],
  ['KWD', '1.2345', 'Ensure that there are no more than 3 decimal places.'],
  ['KWD', '0', 'Ensure this value is greater than or equal to 0.001.'],
])('in %s, %s', async (currency, given, expected) => {
  expect(await read(currency, given)).toEqual(expected);
});
