import { defaultSettings } from '../../../shared/api/defaults.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { storedSettings } from './load-settings.ts';
import { storeSections } from './store-sections.ts';
import { toldBySetUp } from './tell-set-up.ts';
import { isOfTheShop } from './told-settings.ts';

const deleteStamps = rawQuery<Record<never, never>, never>(
  `DELETE FROM field_stamps WHERE entity = 'settings'`,
);

/**
 * For a till that joins a shop with books of its own: what it had set for the shop goes back to the defaults, and whatever
 * the shop has set wins. What it was set up with stays until the first till's is heard, so that money keeps its name; and
 * what concerns the register alone. The caller reloads the settings after the commit.
 */
export function takeShopSettings(tx: WritableDatabase, at: string): void {
  tx.run(deleteStamps);
  const current = storedSettings(tx);
  const changed = Object.entries(current).flatMap(([section, values]) => {
    const defaults: Record<string, unknown> = defaultSettings[section as keyof Settings];
    const kept = Object.entries(values).filter(
      ([key]) => !isOfTheShop(section, key) || (section === 'shop' && toldBySetUp.has(key)),
    );
    const after = { ...defaults, ...Object.fromEntries(kept) };
    return canonicalText(after) === canonicalText(values) ? [] : [[section, after] as const];
  });
  const settings = { ...current, ...Object.fromEntries(changed) } as Settings;
  const sections = changed.map(([section]) => section);
  storeSections(tx, settings, sections, at);
}
