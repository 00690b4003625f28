import { businessDate } from '../../shared/domain/business-date.ts';
import { useSettings } from '../api/settings.ts';
import { nowMilliseconds } from './clock.ts';

/** Today's business date; empty until the settings are known. */
export function useToday(): string {
  const { data: settings } = useSettings();
  if (settings === undefined) return '';
  const now = new Date(nowMilliseconds()).toISOString();
  return businessDate(now, settings.shop.timeZone, settings.shop.dayCutOff);
}
