import { currencyOf, listCurrencies } from '../../../shared/domain/currency.ts';
import { mainTimeZone } from './main-time-zones.ts';

/** The currency people pay with in each country (ISO 3166-1 alpha-2, ISO 4217), as a proposal only. */
const byCurrency: Readonly<Record<string, string>> = {
  EUR: 'AD AT AX BE BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT BG',
  USD: 'AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XAF: 'CF CG CM GA GQ TD',
  XCD: 'AG AI DM GD KN LC MS VC',
  XPF: 'NC PF WF',
  AUD: 'AU CC CX HM KI NF NR TV',
  NZD: 'CK NU NZ PN TK',
  NOK: 'BV NO SJ',
  DKK: 'DK FO GL',
  GBP: 'GB GG GS IM JE',
  CHF: 'CH LI',
  ILS: 'IL PS',
  MAD: 'EH MA',
  XCG: 'CW SX',
};
const single =
  'AE:AED AF:AFN AL:ALL AM:AMD AO:AOA AR:ARS AW:AWG AZ:AZN BA:BAM BB:BBD BD:BDT BH:BHD BI:BIF BM:BMD BN:BND BO:BOB ' +
  'BR:BRL BS:BSD BT:BTN BW:BWP BY:BYN BZ:BZD CA:CAD CD:CDF CL:CLP CN:CNY CO:COP CR:CRC CU:CUP CV:CVE CZ:CZK DJ:DJF ' +
  'DO:DOP DZ:DZD EG:EGP ER:ERN ET:ETB FJ:FJD FK:FKP GE:GEL GH:GHS GI:GIP GM:GMD GN:GNF GT:GTQ GY:GYD HK:HKD HN:HNL ' +
  'HT:HTG HU:HUF ID:IDR IN:INR IQ:IQD IR:IRR IS:ISK JM:JMD JO:JOD JP:JPY KE:KES KG:KGS KH:KHR KM:KMF KP:KPW KR:KRW ' +
  'KW:KWD KY:KYD KZ:KZT LA:LAK LB:LBP LK:LKR LR:LRD LS:LSL LY:LYD MD:MDL MG:MGA MK:MKD MM:MMK MN:MNT MO:MOP MR:MRU ' +
  'MU:MUR MV:MVR MW:MWK MX:MXN MY:MYR MZ:MZN NA:NAD NG:NGN NI:NIO NP:NPR OM:OMR PA:PAB PE:PEN PG:PGK PH:PHP PK:PKR ' +
  'PL:PLN PY:PYG QA:QAR RO:RON RS:RSD RU:RUB RW:RWF SA:SAR SB:SBD SC:SCR SD:SDG SE:SEK SG:SGD SH:SHP SL:SLE SO:SOS ' +
  'SR:SRD SS:SSP ST:STN SY:SYP SZ:SZL TH:THB TJ:TJS TM:TMT TN:TND TO:TOP TR:TRY TT:TTD TW:TWD TZ:TZS UA:UAH UG:UGX ' +
  'UY:UYU UZ:UZS VE:VES VN:VND VU:VUV WS:WST YE:YER ZA:ZAR ZM:ZMW ZW:ZWG';

const currencyByCountry = new Map<string, string>([
  ...Object.entries(byCurrency).flatMap(([currency, countries]) =>
    countries.split(' ').map((country): [string, string] => [country, currency]),
  ),
  ...single.split(' ').map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]),
]);

export type Choice = { value: string; label: string };

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label);

/** All countries by name, in the language of the screens. */
export function countryChoices(language: string): Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return [...currencyByCountry.keys()]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort(byLabel);
}

export function currencyChoices(): Choice[] {
  return listCurrencies().map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
}

export function timeZoneChoices(): Choice[] {
  return Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

/** How figures and dates may be written: English as in that country, and the country's own way. */
export function localeChoices(country: string, language: string): Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const own = new Intl.Locale(`und-${country}`).maximize().language;
  const values = new Set([`en-${country}`, `${own}-${country}`]);
  return [...values].map((value) => ({ value, label: names.of(value) ?? value }));
}

/** Zones that people in a country live in, as far as the browser knows. */
function timeZonesOf(country: string): string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(
    `und-${country}`,
  );
  return locale.getTimeZones?.() ?? [];
}

export type ShopDefaults = { currency: string; locale: string; timeZone: string };

/** What follows from the country until somebody says otherwise; this machine's own zone wins if it lies there. */
export function defaultsOf(country: string, machineTimeZone: string): ShopDefaults {
  const wanted = currencyByCountry.get(country) ?? 'USD';
  const zones = timeZonesOf(country);
  return {
    currency: currencyOf(wanted) === undefined ? 'USD' : wanted,
    locale: `en-${country}`,
    timeZone: zones.includes(machineTimeZone)
      ? machineTimeZone
      : (mainTimeZone(country, zones) ?? machineTimeZone),
  };
}

/** The country this machine seems to stand in, or the Philippines. */
export function likelyCountry(languages: readonly string[], machineTimeZone: string): string {
  const byZone = [...currencyByCountry.keys()].find((country) =>
    timeZonesOf(country).includes(machineTimeZone),
  );
  if (byZone !== undefined) return byZone;
  for (const language of languages) {
    const region = new Intl.Locale(language).region;
    if (region !== undefined && currencyByCountry.has(region)) return region;
  }
  return 'PH';
}
