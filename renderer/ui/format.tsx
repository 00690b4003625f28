import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { currencyOf, type Currency } from '../../shared/domain/currency.ts';
import { decimalText } from '../../shared/domain/money.ts';
import { quantityText } from '../../shared/domain/quantity.ts';

export type FormatChoice = { locale: string; currencyCode: string; timeZone: string };

/** As the engine sends it, or milliseconds. */
export type Instant = string | number;

export type Formats = {
  currency: Currency;
  locale: string;
  timeZone: string;
  /** `₱501.22`, from minor units, exactly. */
  money: (minor: number) => string;
  /** `501.22`, without the currency's sign. */
  amount: (minor: number) => string;
  /** `2` or `1.250`, from thousandths. */
  quantity: (milli: number) => string;
  number: (value: number) => string;
  /** `12 %` from parts per million. */
  percent: (ppm: number) => string;
  date: (instant: Instant) => string;
  time: (instant: Instant) => string;
  dateTime: (instant: Instant) => string;
  /** A business date (`2026-11-20`), which has no time zone of its own. */
  day: (date: string) => string;
};

/** Intl reads decimals from text without ever making a float of them; its type wants to know that it is one. */
const asNumeric = (text: string) => text as Intl.StringNumericLiteral;

const millisecondsOf = (instant: Instant) => (typeof instant === 'number' ? instant : Date.parse(instant));

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** The ways this shop writes money, quantities, dates and times. */
export function createFormats({ locale: wanted, currencyCode, timeZone: zone }: FormatChoice): Formats {
  const currency = currencyOf(currencyCode) ?? { code: currencyCode, exponent: 2 };
  const locale = knownLocale(wanted);
  const timeZone = knownTimeZone(zone);
  const digits = {
    minimumFractionDigits: currency.exponent,
    maximumFractionDigits: currency.exponent,
  };
  const moneyFormat = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.code,
    currencyDisplay: 'narrowSymbol',
    ...digits,
  });
  const amountFormat = new Intl.NumberFormat(locale, digits);
  const numberFormat = new Intl.NumberFormat(locale);
  const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const dateFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const dateTimeFormat = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    currency,
    locale,
    timeZone,
    money: (minor) => moneyFormat.format(asNumeric(decimalText(minor, currency))),
    amount: (minor) => amountFormat.format(asNumeric(decimalText(minor, currency))),
    quantity: (milli) => quantityText(milli),
    number: (value) => numberFormat.format(value),
    percent: (ppm) => percentFormat.format(asNumeric(decimalText(ppm, { code: 'XXX', exponent: 6 }))),
    date: (instant) => dateFormat.format(millisecondsOf(instant)),
    time: (instant) => timeFormat.format(millisecondsOf(instant)),
    dateTime: (instant) => dateTimeFormat.format(millisecondsOf(instant)),
    day: (date) => dayFormat.format(Date.parse(`${date}T00:00:00Z`)),
  };
}

const FormatContext = createContext<Formats | null>(null);

/** Gives the shop's currency, locale and time zone to everything below. */
export function FormatProvider({ choice, children }: { choice: FormatChoice; children: ReactNode }) {
  const { locale, currencyCode, timeZone } = choice;
  const formats = useMemo(
    () => createFormats({ locale, currencyCode, timeZone }),
    [locale, currencyCode, timeZone],
  );
  return <FormatContext value={formats}>{children}</FormatContext>;
}

/** How to write money, quantities, dates and times here. */
export function useFormats(): Formats {
  const formats = useContext(FormatContext);
  if (formats === null) throw new Error('useFormats needs a FormatProvider above it');
  return formats;
}
