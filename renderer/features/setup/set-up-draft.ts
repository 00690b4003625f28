import type { SetUpRequest } from '../../../shared/api/settings.ts';
import { parseMoney } from '../../../shared/domain/money.ts';

export const steps = ['shop', 'tax', 'owner', 'review'] as const;
export type Step = (typeof steps)[number];

/** The steps that are asked for: a till that joins a shop gets its name, place and tax from there. */
export function stepsOf({ joins }: Pick<SetUpDraft, 'joins'>): readonly Step[] {
  return joins ? steps.filter((step) => step !== 'tax') : steps;
}

/** Everything as it was typed; going back and forth loses nothing. */
export type SetUpDraft = {
  /** It joins a shop that is there already, right after the set-up. */
  joins: boolean;
  shopName: string;
  country: string;
  currency: string;
  locale: string;
  timeZone: string;
  address: string;
  phone: string;
  taxNumber: string;
  taxMode: 'inclusive' | 'exclusive';
  taxName: string;
  taxRate: string;
  displayName: string;
  username: string;
  password: string;
  passwordAgain: string;
  pin: string;
};
export type DraftField = Exclude<keyof SetUpDraft, 'joins'>;

/** Keys of the wizard's texts. */
export type Problem =
  | 'nameNeeded'
  | 'currencyNeeded'
  | 'zoneNeeded'
  | 'taxNameNeeded'
  | 'taxRateInvalid'
  | 'displayNameNeeded'
  | 'usernameInvalid'
  | 'passwordShort'
  | 'passwordsDiffer'
  | 'pinInvalid';
export type Problems = Partial<Record<DraftField, Problem>>;

/**
 * A rate in parts per million from a percentage as a person writes it: `12`, `12.5`, `8,875 %`. Null if it is none or
 * over 100. Read as money with four decimals, so exactly.
 */
export function parseRate(text: string): number | null {
  const plain = text.replace('%', '').trim().replace(',', '.');
  const parsed = parseMoney(plain, { code: 'PCT', exponent: 4 });
  return parsed.ok && parsed.value <= 1_000_000 ? parsed.value : null;
}

function shopProblems(draft: SetUpDraft): Problems {
  return {
    ...(draft.shopName.trim() === '' ? { shopName: 'nameNeeded' } : {}),
    ...(draft.currency === '' ? { currency: 'currencyNeeded' } : {}),
    ...(draft.timeZone === '' ? { timeZone: 'zoneNeeded' } : {}),
  };
}

function taxProblems(draft: SetUpDraft): Problems {
  return {
    ...(draft.taxName.trim() === '' ? { taxName: 'taxNameNeeded' } : {}),
    ...(parseRate(draft.taxRate) === null ? { taxRate: 'taxRateInvalid' } : {}),
  };
}

function ownerProblems(draft: SetUpDraft): Problems {
  const isName = /^[\p{L}\p{N}@.+_-]{1,150}$/u.test(draft.username.trim());
  return {
    ...(draft.displayName.trim() === '' ? { displayName: 'displayNameNeeded' } : {}),
    ...(isName ? {} : { username: 'usernameInvalid' }),
    ...([...draft.password].length < 8 ? { password: 'passwordShort' } : {}),
    ...(draft.password === draft.passwordAgain ? {} : { passwordAgain: 'passwordsDiffer' }),
    ...(/^\d{4,8}$/.test(draft.pin) ? {} : { pin: 'pinInvalid' }),
  };
}

/** What keeps a step from being done, by field. */
export function problemsOf(step: Step, draft: SetUpDraft): Problems {
  if (step === 'owner') return ownerProblems(draft);
  const ofShop = draft.joins ? {} : shopProblems(draft);
  if (step === 'shop') return ofShop;
  const ofTax = draft.joins ? {} : taxProblems(draft);
  if (step === 'tax') return ofTax;
  return { ...ofShop, ...ofTax, ...ownerProblems(draft) };
}

/**
 * The request, from a draft without problems. `proposed`: what is sent for the shop by a till that joins one, until all of
 * it arrives from there.
 */
export function requestOf(draft: SetUpDraft, proposed: SetUpDraft): SetUpRequest {
  const { shopName, country, currency, locale, timeZone, address, phone, taxNumber, ...rest } = draft.joins
    ? proposed
    : draft;
  return {
    shop: {
      name: shopName.trim(),
      country,
      currency,
      locale,
      timeZone,
      address: address.trim(),
      phone: phone.trim(),
      taxNumber: taxNumber.trim(),
    },
    tax: { mode: rest.taxMode, name: rest.taxName.trim(), ratePpm: parseRate(rest.taxRate) ?? 0 },
    owner: {
      username: draft.username.trim(),
      displayName: draft.displayName.trim(),
      password: draft.password,
      pin: draft.pin,
    },
  };
}

const fieldOfPath: Readonly<Record<string, DraftField>> = {
  'shop.name': 'shopName',
  'shop.country': 'country',
  'shop.currency': 'currency',
  'shop.locale': 'locale',
  'shop.timeZone': 'timeZone',
  'shop.address': 'address',
  'shop.phone': 'phone',
  'shop.taxNumber': 'taxNumber',
  'tax.mode': 'taxMode',
  'tax.name': 'taxName',
  'tax.ratePpm': 'taxRate',
  'owner.username': 'username',
  'owner.displayName': 'displayName',
  'owner.password': 'password',
  'owner.pin': 'pin',
};

/** Where the engine's complaint belongs: its path (`owner.pin`, or only `pin`) as a field of the wizard and its step. */
export function placeOf(path: string | undefined): { field: DraftField; step: Step } | null {
  if (path === undefined) return null;
  const found = Object.entries(fieldOfPath).find(([known]) => known === path || known.endsWith(`.${path}`));
  if (found === undefined) return null;
  const [known, field] = found;
  const step = steps.find((name) => known.startsWith(`${name}.`)) ?? 'shop';
  return { field, step };
}
