import { expect, test } from 'vitest';
import { countryChoices } from './countries.ts';
import { parseRate, type SetUpDraft } from './set-up-draft.ts';
import { taxDefaultsOf, taxFollowing } from './tax-defaults.ts';

const philippines: SetUpDraft = {
  joins: false,
  shopName: '',
  country: 'PH',
  currency: 'PHP',
  locale: 'en-PH',
  timeZone: 'Asia/Manila',
  address: '',
  phone: '',
  taxNumber: '',
  ...taxDefaultsOf('PH'),
  displayName: '',
  username: '',
  password: '',
  passwordAgain: '',
  pin: '',
};

test('the country proposes the tax', () => {
  expect(taxDefaultsOf('PH')).toEqual({ taxMode: 'inclusive', taxName: 'VAT', taxRate: '12' });
  expect(taxDefaultsOf('US')).toEqual({ taxMode: 'exclusive', taxName: 'Sales tax', taxRate: '' });
  expect(taxDefaultsOf('IN')).toEqual({ taxMode: 'inclusive', taxName: 'GST', taxRate: '18' });
  expect(taxDefaultsOf('IS')).toEqual({ taxMode: 'inclusive', taxName: 'VAT', taxRate: '' });
});

test('every proposed rate is one that the form takes', () => {
  const rates = countryChoices('en').map(({ value }) => taxDefaultsOf(value).taxRate);
  expect(rates.filter((rate) => rate !== '').length).toBeGreaterThan(40);
  expect(rates.filter((rate) => rate !== '' && parseRate(rate) === null)).toEqual([]);
});

test('another country brings its tax, unless the form was edited by hand', () => {
  expect(taxFollowing(philippines, 'US')).toEqual(taxDefaultsOf('US'));
  const american = { ...philippines, country: 'US', ...taxDefaultsOf('US') };
  expect(taxFollowing(american, 'PH')).toEqual(taxDefaultsOf('PH'));
  expect(taxFollowing({ ...philippines, taxRate: '0' }, 'US')).toEqual({
    taxMode: 'inclusive',
    taxName: 'VAT',
    taxRate: '0',
  });
});
