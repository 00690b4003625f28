import { settings as settingsSchema, type Settings } from '../../../shared/api/settings.ts';
import type { WritableDatabase } from '../db/database.ts';
import { storedSettings } from './load-settings.ts';
import { storeSections } from './store-sections.ts';

/** What concerns one register and its devices alone, and so stays there; of `receipt` its paper and picture too. */
const ofTheRegister: ReadonlySet<string> = new Set([
  'printer',
  'doors',
  'api',
  'scanner',
  'counter.autoLockMinutes',
  'receipt.paperWidth',
  'receipt.printAutomatically',
  'receipt.logoId',
]);

/** Whether a setting is the whole shop's. */
export function isOfTheShop(section: string, key: string): boolean {
  return !ofTheRegister.has(section) && !ofTheRegister.has(`${section}.${key}`);
}

export type ToldSetting = { section: string; key: string; value: unknown };

/** Stores settings of the shop that another till changed; those that this program does not take are left as they are. */
export function storeToldSettings(tx: WritableDatabase, told: readonly ToldSetting[], at: string): void {
  let current = storedSettings(tx);
  const sections = new Set<string>();
  for (const { section, key, value } of told) {
    const known = current[section as keyof Settings];
    const next = settingsSchema.safeParse({ ...current, [section]: { ...known, [key]: value } });
    if (!next.success) continue;
    current = next.data;
    sections.add(section);
  }
  storeSections(tx, current, [...sections], at);
}
