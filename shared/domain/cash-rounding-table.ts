import type { CashRounding } from './round-cash.ts';

/** What is customary or law for payments in cash in a country, from a date on. */
export type UsualRounding = { country: string; currency: string; from: string; rounding: CashRounding };

const steps = (stepMinor: number, tie: CashRounding['tie'] = 'up'): CashRounding => ({ stepMinor, tie });

/**
 * Only rules of which we are sure, and which are to the nearest step: where amounts are always rounded down (South
 * Africa) or small totals up (Slovakia), nothing is offered. Steps of 0.05 know no tie, as no amount lies in the middle.
 */
const table: readonly UsualRounding[] = [
  // Royal Australian Mint and RBA: 1 and 2 cent coins withdrawn from February 1992.
  { country: 'AU', currency: 'AUD', from: '1992-02-01', rounding: steps(5) },
  // Law of 30 July 2018 (Code of economic law, VI.7/1): every shop, when all is paid in cash.
  { country: 'BE', currency: 'EUR', from: '2019-12-01', rounding: steps(5) },
  // Department of Finance, Economic Action Plan 2012: the Mint hands out no more pennies.
  { country: 'CA', currency: 'CAD', from: '2013-02-04', rounding: steps(5) },
  // Federal Council: the 1 rappen coin is no tender any more; the 2 rappen coin since 1978.
  { country: 'CH', currency: 'CHF', from: '2007-01-01', rounding: steps(5) },
  // Ley 20.956: no coins of 1 and 5 pesos; 1 to 5 go down, 6 to 9 up.
  { country: 'CL', currency: 'CLP', from: '2017-11-01', rounding: steps(10, 'down') },
  // Czech National Bank: the 50 haléř coin ended on 31 August 2008; to whole crowns, a half up.
  { country: 'CZ', currency: 'CZK', from: '2008-09-01', rounding: steps(100) },
  // Danmarks Nationalbank: the 25 øre coin ended on 30 September 2008; 25 øre go up to 50, 75 to a krone.
  { country: 'DK', currency: 'DKK', from: '2008-10-01', rounding: steps(50) },
  // Eesti Pank, Law of Obligations Act: the total of a purchase in cash.
  { country: 'EE', currency: 'EUR', from: '2025-01-01', rounding: steps(5) },
  // Act 890/2000 on rounding of payments in euro.
  { country: 'FI', currency: 'EUR', from: '2002-01-01', rounding: steps(5) },
  // Act III of 2008: no coins of 1 and 2 forints; 2.50 and 7.50 go up.
  { country: 'HU', currency: 'HUF', from: '2008-03-01', rounding: steps(500) },
  // Central Bank of Ireland, national rounding scheme.
  { country: 'IE', currency: 'EUR', from: '2015-10-28', rounding: steps(5) },
  // Bank of Israel: the 5 agorot coin ended; 5 agorot go up.
  { country: 'IL', currency: 'ILS', from: '2008-01-01', rounding: steps(10) },
  // Decree-law 50/2017, article 13-quater: no more coins of 1 and 2 cents.
  { country: 'IT', currency: 'EUR', from: '2018-01-01', rounding: steps(5) },
  // Lietuvos bankas, law on the rounding of payments in cash.
  { country: 'LT', currency: 'EUR', from: '2025-05-01', rounding: steps(5) },
  // Bank Negara Malaysia, rounding mechanism.
  { country: 'MY', currency: 'MYR', from: '2008-04-01', rounding: steps(5) },
  // De Nederlandsche Bank: in the whole country since then, as shops agreed.
  { country: 'NL', currency: 'EUR', from: '2004-09-01', rounding: steps(5) },
  // Norges Bank: the 50 øre coin ended on 30 April 2012; 50 øre go up.
  { country: 'NO', currency: 'NOK', from: '2012-05-01', rounding: steps(100) },
  // Reserve Bank of New Zealand: the 5 cent coin ended on 31 October 2006; most shops round 5 cents down.
  { country: 'NZ', currency: 'NZD', from: '2006-11-01', rounding: steps(10, 'down') },
  // Lag (1970:1029), with the end of the 50 öre coin on 30 September 2010; 50 öre go up.
  { country: 'SE', currency: 'SEK', from: '2010-10-01', rounding: steps(100) },
];

/** How cash is usually rounded in a country on a date (`YYYY-MM-DD`), or null where we know of no rule. */
export function usualCashRounding(country: string, currency: string, date: string): UsualRounding | null {
  const fitting = table.filter(
    (rule) => rule.country === country && rule.currency === currency && rule.from <= date,
  );
  return fitting.at(-1) ?? null;
}
