import { useMemo } from 'react';
import { useCategories } from '../../api/categories.ts';
import { useProductsById } from '../../api/products.ts';
import { useSettings } from '../../api/settings.ts';
import { useFormats } from '../../ui/format.tsx';
import type { Words } from './offer-words.ts';
import type { StoreClock } from './store-day.ts';

/** The shop's days; those of the calendar until its settings are known. */
export function useStoreClock(): StoreClock {
  const { data: settings } = useSettings();
  const { timeZone } = useFormats();
  const dayCutOff = settings?.shop.dayCutOff ?? '00:00';
  return useMemo(() => ({ timeZone, dayCutOff }), [timeZone, dayCutOff]);
}

/** How offers are put in words here; give the products that are to be called by their names. */
export function useWords(productIds: readonly string[] = []): Words {
  const formats = useFormats();
  const clock = useStoreClock();
  const { data: settings } = useSettings();
  const { data: categories } = useCategories();
  const products = useProductsById(productIds);
  return {
    formats,
    clock,
    names: {
      product: (id) => products.get(id)?.name,
      category: (id) => categories?.find((category) => category.id === id)?.name,
      tier: (id) => settings?.points.tiers.find((tier) => tier.id === id)?.name,
    },
  };
}
