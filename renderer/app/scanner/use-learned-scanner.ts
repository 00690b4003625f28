import { useEffect } from 'react';
import { useSettings } from '../../api/settings.ts';
import { useMay } from '../../state/session.ts';
import { hearScannerAs } from './listen-for-scans.ts';
import { burstOptionsOf } from './scan-burst.ts';

/** Hears the scanner as the shop has taught it; who signs out leaves it so. */
export function useLearnedScanner(): void {
  const enabled = useMay('settings.view');
  const { data: settings } = useSettings({ enabled });
  const scanner = settings?.scanner;
  useEffect(() => {
    if (scanner !== undefined) hearScannerAs(burstOptionsOf(scanner));
  }, [scanner]);
}
