import type { Settings } from '../../../shared/api/settings.ts';
import type { settingsTexts } from './texts.ts';
import type { Problems } from './use-section.ts';

type Api = Settings['api'];
type Lifetime = 'accessSeconds' | 'refreshSeconds' | 'customerSeconds';
/** The settings for programs as a person types them; seconds are null while nothing readable is written. */
export type ApiDraft = Pick<Api, 'openAccess'> & Record<Lifetime, number | null>;

/** How long logins of programs last, each with the least and the most that it can be set to. */
export const lifetimes = [
  { field: 'accessSeconds', fewest: 2, most: 86_400, invalid: 'accessInvalid' },
  { field: 'refreshSeconds', fewest: 10, most: 31_536_000, invalid: 'refreshInvalid' },
  { field: 'customerSeconds', fewest: 2, most: 2_592_000, invalid: 'customerInvalid' },
] as const;

/** The draft as settings, or what is wrong with which field. */
export function readApi(
  { openAccess, ...seconds }: ApiDraft,
  t: typeof settingsTexts.text,
): { values: Api } | { problems: Problems } {
  const { accessSeconds, refreshSeconds, customerSeconds } = seconds;
  const wrong = lifetimes.filter(({ field, fewest, most }) => {
    const value = seconds[field];
    return value === null || value < fewest || value > most;
  });
  if (wrong.length > 0 || accessSeconds === null || refreshSeconds === null || customerSeconds === null) {
    return { problems: Object.fromEntries(wrong.map(({ field, invalid }) => [field, t(invalid)])) };
  }
  return { values: { openAccess, accessSeconds, refreshSeconds, customerSeconds } };
}
