import { defaultsOf, likelyCountry } from './countries.ts';
import type { SetUpDraft } from './set-up-draft.ts';
import { taxDefaultsOf } from './tax-defaults.ts';

/** The draft to begin with, from where this machine seems to stand. */
export function initialDraft(): SetUpDraft {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const country = likelyCountry(navigator.languages, timeZone);
  return {
    joins: false,
    shopName: '',
    country,
    ...defaultsOf(country, timeZone),
    address: '',
    phone: '',
    taxNumber: '',
    ...taxDefaultsOf(country),
    displayName: '',
    username: '',
    password: '',
    passwordAgain: '',
    pin: '',
  };
}
