import type { Settings, TaxClass } from '../../../shared/api/settings.ts';
import { percentText, readPercent } from '../../ui/percent-text.ts';
import type { settingsTexts } from './texts.ts';
import type { Problems } from './use-section.ts';

export type RateDraft = { name: string; percent: string; compound: boolean };
export type ClassDraft = { id: string; name: string; rates: RateDraft[] };
export type TaxDraft = Omit<Settings['tax'], 'classes'> & { classes: ClassDraft[] };

/** The tax settings as a person types them: rates as percents in text. */
export function openTax(saved: Settings['tax']): TaxDraft {
  return {
    ...saved,
    classes: saved.classes.map((taxClass) => ({
      ...taxClass,
      rates: taxClass.rates.map(({ name, ratePpm, compound }) => ({
        name,
        percent: percentText(ratePpm),
        compound,
      })),
    })),
  };
}

/** The draft as settings, or what is wrong with which field (`classes.0.rates.1.percent`). */
export function readTax(
  draft: TaxDraft,
  t: typeof settingsTexts.text,
): { values: Settings['tax'] } | { problems: Problems } {
  const problems: Record<string, string> = {};
  const classes = draft.classes.map((taxClass, classIndex): TaxClass => {
    const field = `classes.${classIndex}`;
    if (taxClass.name.trim() === '') problems[`${field}.name`] = t('nameNeeded');
    const rates = taxClass.rates.map((rate, index) => {
      const ratePpm = readPercent(rate.percent);
      if (rate.name.trim() === '') problems[`${field}.rates.${index}.name`] = t('nameNeeded');
      if (ratePpm === null) problems[`${field}.rates.${index}.percent`] = t('taxRateInvalid');
      return { name: rate.name.trim(), ratePpm: ratePpm ?? 0, compound: rate.compound && index > 0 };
    });
    return { id: taxClass.id, name: taxClass.name.trim(), rates };
  });
  return Object.keys(problems).length > 0 ? { problems } : { values: { ...draft, classes } };
}

/** The draft without this class. */
export const withoutClass = (draft: TaxDraft, id: string): Partial<TaxDraft> => ({
  classes: draft.classes.filter((taxClass) => taxClass.id !== id),
});

/** The draft with a new class; its id stays whatever its name becomes, because products refer to it. */
export function withNewClass(draft: TaxDraft, name: string): Partial<TaxDraft> {
  const taken = new Set(draft.classes.map(({ id }) => id));
  let number = draft.classes.length + 1;
  while (taken.has(`class-${number}`)) number += 1;
  return { classes: [...draft.classes, { id: `class-${number}`, name, rates: [] }] };
}
