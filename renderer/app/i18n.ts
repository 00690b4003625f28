import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { common } from '../locales/en.ts';

/**
 * All texts go through here. Each feature keeps its English in `texts.ts` made by `defineTexts`, so that a feature's
 * texts load with the feature; another language is one more bundle per name space over the same keys.
 */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: [],
  resources: {},
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  initAsync: false,
});

type Plural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
/** A key of the texts; `items` stands for `items_one` and `items_other`, chosen by `count`. */
export type TextKey<Texts> = Plural<keyof Texts & string>;
export type TextValues = Record<string, string | number>;
export type Translate<Texts> = (key: TextKey<Texts>, values?: TextValues) => string;
export type DefinedTexts<Texts> = {
  /** In a component: follows the language. */
  useText: () => Translate<Texts>;
  /** Anywhere else. */
  text: Translate<Texts>;
};

/** i18next's own types want every key in one place; ours are checked where they are defined. */
type LooseTranslate = (key: string, values: object) => string;

/** Registers a name space of texts and gives the two ways to read it. */
export function defineTexts<const Texts extends Record<string, string>>(
  nameSpace: string,
  texts: Texts,
): DefinedTexts<Texts> {
  i18next.addResourceBundle('en', nameSpace, texts, true, true);
  const text: Translate<Texts> = (key, values) =>
    (i18next.t as unknown as LooseTranslate)(key, { ns: nameSpace, ...values });
  return {
    text,
    useText: () => {
      const inLanguage = useTranslation(nameSpace).t as unknown as LooseTranslate;
      return (key, values) => inLanguage(key, { ...values });
    },
  };
}

/** Words that many screens share. */
export const commonTexts = defineTexts('common', common);
export const useCommonText = commonTexts.useText;
