import { expect, test } from 'vitest';
import { setUpRequest } from '../../../shared/api/settings.ts';
import { parseRate, placeOf, problemsOf, requestOf, stepsOf, type SetUpDraft } from './set-up-draft.ts';

const draft: SetUpDraft = {
  joins: false,
  shopName: ' Corner Bakery ',
  country: 'PH',
  currency: 'PHP',
  locale: 'en-PH',
  timeZone: 'Asia/Manila',
  address: '',
  phone: '',
  taxNumber: '',
  taxMode: 'inclusive',
  taxName: 'VAT',
  taxRate: '12',
  displayName: 'Maria',
  username: 'maria',
  password: 'correct horse',
  passwordAgain: 'correct horse',
  pin: '0451',
};

test('a percentage is read exactly, however it is written', () => {
  expect(parseRate('12')).toBe(120_000);
  expect(parseRate('8.875')).toBe(88_750);
  expect(parseRate('8,875 %')).toBe(88_750);
  expect(parseRate('0')).toBe(0);
  expect(parseRate('100')).toBe(1_000_000);
  for (const bad of ['', 'x', '-1', '100.1', '1.23456', '1e3']) expect(parseRate(bad)).toBeNull();
});

test('a good draft has no problems and makes a request that the contract takes', () => {
  expect(problemsOf('review', draft)).toEqual({});
  expect(setUpRequest.safeParse(requestOf(draft, draft)).success).toBe(true);
  expect(requestOf(draft, draft)).toMatchObject({
    shop: { name: 'Corner Bakery' },
    tax: { mode: 'inclusive', name: 'VAT', ratePpm: 120_000 },
    owner: { pin: '0451' },
  });
});

test('each step says what it lacks', () => {
  expect(problemsOf('shop', { ...draft, shopName: '  ' })).toEqual({ shopName: 'nameNeeded' });
  expect(problemsOf('tax', { ...draft, taxName: '', taxRate: '12.' + '0'.repeat(9) })).toEqual({
    taxName: 'taxNameNeeded',
    taxRate: 'taxRateInvalid',
  });
  expect(
    problemsOf('owner', {
      ...draft,
      displayName: '',
      username: 'two words',
      password: 'short',
      passwordAgain: 'other',
      pin: '12',
    }),
  ).toEqual({
    displayName: 'displayNameNeeded',
    username: 'usernameInvalid',
    password: 'passwordShort',
    passwordAgain: 'passwordsDiffer',
    pin: 'pinInvalid',
  });
});

test('the engine’s complaint finds its field and step', () => {
  expect(placeOf('owner.pin')).toEqual({ field: 'pin', step: 'owner' });
  expect(placeOf('pin')).toEqual({ field: 'pin', step: 'owner' });
  expect(placeOf('tax.ratePpm')).toEqual({ field: 'taxRate', step: 'tax' });
  expect(placeOf('elsewhere')).toBeNull();
  expect(placeOf(undefined)).toBeNull();
});

test('a till that joins a shop is asked neither its name nor its tax', () => {
  const joining = { ...draft, joins: true, shopName: '' };
  expect(stepsOf(joining)).toEqual(['shop', 'owner', 'review']);
  expect(stepsOf(draft)).toContain('tax');
  expect(problemsOf('shop', joining)).toEqual({});
  const request = requestOf(joining, { ...draft, shopName: 'New till' });
  expect(request.shop.name).toBe('New till');
  expect(setUpRequest.safeParse(request).success).toBe(true);
});

test('what was left empty or typed wrong for a new shop keeps no till from joining one', () => {
  const changedMind = {
    ...draft,
    joins: true,
    shopName: '',
    currency: '',
    timeZone: '',
    taxName: '',
    taxRate: 'x',
  };
  for (const step of stepsOf(changedMind)) expect(problemsOf(step, changedMind)).toEqual({});
  const request = requestOf(changedMind, { ...draft, shopName: 'New till', taxRate: '' });
  expect(setUpRequest.safeParse(request).success).toBe(true);
});
