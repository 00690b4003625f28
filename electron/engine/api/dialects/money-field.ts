import { currencyOf } from '../../../../shared/domain/currency.ts';
import { decimalText } from '../../../../shared/domain/money.ts';
import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import type { EngineContext } from '../../context.ts';
import { texts } from './drf-errors.ts';
import type { Field } from './drf-fields.ts';
import { decimalField } from './drf-numbers.ts';
import type { BodyValue } from './json-values.ts';

/** Money as a body has it: it becomes an amount when the store's currency is known, by `readMoney`. */
export type MoneyValue = { given: BodyValue };

/** Clients write and read at least two decimals, whatever the currency. */
const fewestPlaces = 2;
const wholeDigits = 8;
const fieldOfPlaces = new Map<number, Field<number>>();

/** An amount of money. Its route reads it with `readMoney`, and tells those errors with the others. */
export function moneyField(): Field<MoneyValue> {
  const { schema } = decimalField({ digits: wholeDigits + fewestPlaces, places: fewestPlaces });
  return {
    required: true,
    allowNull: false,
    allowBlank: false,
    read: (given) => ok({ given }),
    schema,
  };
}

/** An amount of at least the smallest unit, in minor units of the store's currency; or what is wrong with it. */
export function readMoney(context: EngineContext, { given }: MoneyValue): Result<number, readonly string[]> {
  const exponent = exponentOf(context);
  const places = Math.max(exponent, fewestPlaces);
  const unit = 10 ** (places - exponent);
  const read = fieldFor(places, unit).read(given);
  if (!read.ok) return read;
  return read.value % unit === 0 ? ok(read.value / unit) : fail([texts.places(exponent)]);
}

/** The amount as clients read it: `"450000.00"`. */
export function moneyText(context: EngineContext, minor: number): string {
  const exponent = exponentOf(context);
  const places = Math.max(exponent, fewestPlaces);
  return decimalText(minor * 10 ** (places - exponent), { code: '', exponent: places });
}

function fieldFor(places: number, least: number): Field<number> {
  const known = fieldOfPlaces.get(places * 1000 + least);
  if (known !== undefined) return known;
  const field = decimalField({ digits: wholeDigits + places, places, least });
  fieldOfPlaces.set(places * 1000 + least, field);
  return field;
}

function exponentOf(context: EngineContext): number {
  return currencyOf(context.settings().shop.currency)?.exponent ?? fewestPlaces;
}
