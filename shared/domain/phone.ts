import { asciiDigits } from './ascii-digits.ts';
import { phonePlanOf, phonePlanOfDigits, type PhonePlan } from './calling-codes.ts';

const SHORTEST = 5;
const LONGEST_INTERNATIONAL = 15;

/**
 * The key under which one phone is found in all its spellings: `+` and the international digits. For a shop in the
 * Philippines `0917 123 4567`, `+63 917 123 4567`, `639171234567`, `0063917…` and `917 123 4567` give `+639171234567`.
 * Null for what cannot be a phone number. A number too short for its country (without area code) keeps its key: it is
 * for finding a person, not for dialling. In a country that is not known, a national number's key is its bare digits.
 */
export function normalisePhone(raw: string, defaultCountry: string): string | null {
  const dialled = dialledDigits(raw);
  if (dialled === null) return null;
  const home = phonePlanOf(defaultCountry);
  const international = internationalDigits(dialled, home);
  if (international !== null) return international.length < SHORTEST ? null : keyOf(international, true);
  return nationalKey(dialled, home);
}

/**
 * What to look for while a phone number is being typed: beginnings of keys, the likeliest first. Empty when the text
 * has fewer than three digits or holds letters, so that a name never searches phones.
 */
export function phoneSearchKeys(raw: string, defaultCountry: string): string[] {
  const dialled = dialledDigits(raw);
  if (dialled === null || dialled.replace('+', '').length < 3) return [];
  const home = phonePlanOf(defaultCountry);
  const keys = new Set<string>();
  const whole = normalisePhone(raw, defaultCountry);
  if (whole !== null) keys.add(whole);
  const international = internationalDigits(dialled, home);
  if (international !== null) keys.add(`+${withoutInnerTrunk(international)}`);
  else {
    if (home) keys.add(`+${home.callingCode}${withoutTrunk(dialled, home)}`);
    else keys.add(dialled);
    if (home && dialled.startsWith(home.callingCode)) keys.add(`+${dialled}`);
  }
  return [...keys];
}

/** Digits with at most a plus before them; null when there are letters, which no phone number has. */
function dialledDigits(raw: string): string | null {
  const text = asciiDigits(raw.slice(0, 64).normalize('NFKC'))
    .replace(/^\s*tel:/i, '')
    .replace(/\s*(;|#|ext\.?|x)\s*[\d=a-z.]*\s*$/i, '')
    .replace(/\(0\)/g, ' ');
  if (/\p{L}/u.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  return /^[^\d+]*\+/.test(text) ? `+${digits}` : digits;
}

/** The digits after `+`, `00` (in North America `011`); null for a number written as at home. */
function internationalDigits(dialled: string, home: PhonePlan | undefined): string | null {
  if (dialled.startsWith('+')) return dialled.slice(1);
  if (home?.callingCode === '1') return dialled.startsWith('011') ? dialled.slice(3) : null;
  return dialled.startsWith('00') ? dialled.slice(2) : null;
}

function nationalKey(dialled: string, home: PhonePlan | undefined): string | null {
  if (dialled.length < SHORTEST) return null;
  if (!home) return dialled.length > LONGEST_INTERNATIONAL ? null : dialled;
  const national = withoutTrunk(dialled, home);
  if (national.length <= home.longest) return keyOf(home.callingCode + national, false);
  if (fits(dialled, home) || fits(dialled, phonePlanOfDigits(dialled))) return keyOf(dialled, true);
  return null;
}

/** Whether these are whole international digits of a plan: its calling code and a number of the right length. */
function fits(digits: string, plan: PhonePlan | undefined): boolean {
  if (!plan?.callingCode || !digits.startsWith(plan.callingCode)) return false;
  const national = withoutTrunk(digits.slice(plan.callingCode.length), plan);
  return national.length >= plan.shortest && national.length <= plan.longest;
}

function keyOf(international: string, maybeTrunk: boolean): string | null {
  const digits = maybeTrunk ? withoutInnerTrunk(international) : international;
  return digits.length < SHORTEST || digits.length > LONGEST_INTERNATIONAL ? null : `+${digits}`;
}

/** People write `+63 0917…`, as no network would dial it. */
function withoutInnerTrunk(international: string): string {
  const plan = phonePlanOfDigits(international);
  if (!plan) return international;
  return plan.callingCode + withoutTrunk(international.slice(plan.callingCode.length), plan);
}

/**
 * Without the trunk prefix. One that starts with zero (0, 06) is never part of a number, however often it is written;
 * 1 and 8 begin real numbers too, so they count only where a number is too long with them and fits without.
 */
function withoutTrunk(national: string, { trunk, longest }: PhonePlan): string {
  if (!trunk || !national.startsWith(trunk)) return national;
  if (trunk.startsWith('0')) return national.replace(new RegExp(`^(${trunk})+`), '');
  const fitsWithout = national.length > longest && national.length - trunk.length <= longest;
  return fitsWithout ? national.slice(trunk.length) : national;
}
