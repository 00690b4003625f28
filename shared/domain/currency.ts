/** `exponent`: how many decimals the minor unit has (0 JPY, 2 PHP, 3 KWD). */
export type Currency = { code: string; exponent: number };

export type NamedCurrency = Currency & { name: string };

export function currencyOf(code: string): Currency | undefined {
  throw new Error(`not written yet: ${code}`);
}

export function listCurrencies(): readonly NamedCurrency[] {
  throw new Error('not written yet');
}
