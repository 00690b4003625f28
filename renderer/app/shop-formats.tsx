import { useState, type ReactNode } from 'react';
import { useHealth } from '../api/health.ts';
import { useSettings } from '../api/settings.ts';
import { useMay } from '../state/session.ts';
import { FormatProvider, type FormatChoice } from '../ui/format.tsx';

const own = Intl.DateTimeFormat().resolvedOptions();
const ofThisMachine: FormatChoice = { locale: own.locale, currencyCode: 'PHP', timeZone: own.timeZone };

/**
 * How the shop writes money and time, from its settings; this machine's own way until they are known. Before anybody
 * has signed in the till's health tells its clock. Signing out forgets the settings, but not how this shop writes.
 */
export function ShopFormats({ children }: { children: ReactNode }) {
  const enabled = useMay('settings.view');
  const { data: settings } = useSettings({ enabled });
  const { data: health } = useHealth();
  const [choice, setChoice] = useState(ofThisMachine);
  const place = settings?.shop ?? (health?.setUpNeeded === false ? health.store : undefined);
  if (place !== undefined) {
    const { locale, timeZone } = place;
    const currencyCode = settings?.shop.currency ?? choice.currencyCode;
    const isSame =
      choice.locale === locale && choice.currencyCode === currencyCode && choice.timeZone === timeZone;
    if (!isSame) setChoice({ locale, currencyCode, timeZone });
  }
  return <FormatProvider choice={choice}>{children}</FormatProvider>;
}
