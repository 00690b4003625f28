import type { ReactNode } from 'react';
import { useSettings } from '../api/settings.ts';
import { useMay } from '../state/session.ts';
import { FormatProvider } from '../ui/format.tsx';

/** How the shop writes money and time, from its settings; the machine's own way until they are known. */
export function ShopFormats({ children }: { children: ReactNode }) {
  const enabled = useMay('settings.view');
  const { data: settings } = useSettings({ enabled });
  const own = Intl.DateTimeFormat().resolvedOptions();
  return (
    <FormatProvider
      choice={{
        locale: settings?.shop.locale ?? own.locale,
        currencyCode: settings?.shop.currency ?? 'PHP',
        timeZone: settings?.shop.timeZone ?? own.timeZone,
      }}
    >
      {children}
    </FormatProvider>
  );
}
