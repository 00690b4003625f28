import type { SetUpDraft } from './set-up-draft.ts';

export type TaxDefaults = Pick<SetUpDraft, 'taxMode' | 'taxName' | 'taxRate'>;

/** What the tax on sales is called there and its usual rate in percent, as a proposal only. */
const usual =
  'AE:VAT:5 AR:IVA:21 AT:VAT:20 AU:GST:10 BD:VAT:15 BE:VAT:21 CH:VAT:8.1 CL:IVA:19 CN:VAT:13 CO:IVA:19 CZ:VAT:21 ' +
  'DE:VAT:19 DK:VAT:25 ES:IVA:21 FI:VAT:25.5 FR:VAT:20 GB:VAT:20 GR:VAT:24 IE:VAT:23 IN:GST:18 IT:IVA:22 KE:VAT:16 ' +
  'KR:VAT:10 LK:VAT:18 MX:IVA:16 NG:VAT:7.5 NL:VAT:21 NO:VAT:25 NP:VAT:13 NZ:GST:15 PE:IGV:18 PH:VAT:12 PK:GST:18 ' +
  'PL:VAT:23 PT:IVA:23 SA:VAT:15 SE:VAT:25 SG:GST:9 TH:VAT:7 TW:VAT:5 TZ:VAT:18 UG:VAT:18 ZA:VAT:15';

const byCountry = new Map<string, TaxDefaults>([
  ...usual.split(' ').map((entry): [string, TaxDefaults] => {
    const [country = '', taxName = '', taxRate = ''] = entry.split(':');
    return [country, { taxMode: 'inclusive', taxName, taxRate }];
  }),
  ['JP', { taxMode: 'inclusive', taxName: 'Consumption tax', taxRate: '10' }],
  // The rate is the state's or the province's, and shelves show prices without it.
  ['US', { taxMode: 'exclusive', taxName: 'Sales tax', taxRate: '' }],
  ['CA', { taxMode: 'exclusive', taxName: 'GST', taxRate: '' }],
]);

/** The tax form as a country proposes it; the rate is empty where none is usual. */
export function taxDefaultsOf(country: string): TaxDefaults {
  return byCountry.get(country) ?? { taxMode: 'inclusive', taxName: 'VAT', taxRate: '' };
}

/** The tax form for another country; what was edited by hand stays. */
export function taxFollowing(draft: SetUpDraft, country: string): TaxDefaults {
  const { taxMode, taxName, taxRate } = draft;
  const before = taxDefaultsOf(draft.country);
  const isUntouched = taxMode === before.taxMode && taxName === before.taxName && taxRate === before.taxRate;
  return isUntouched ? taxDefaultsOf(country) : { taxMode, taxName, taxRate };
}
