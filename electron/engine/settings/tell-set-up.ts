import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { storedSettings } from './load-settings.ts';
import { settingFields } from './store-sections.ts';

/** What a till is asked for when it is set up, and the shop's tills have to have alike. */
export const toldBySetUp: ReadonlySet<string> = new Set([
  'name',
  'country',
  'currency',
  'locale',
  'timeZone',
]);

/**
 * For the first till of a shop: tells what it was set up with, also where every till begins with the same, which no
 * change has told. A till that was set up otherwise takes it over when it joins.
 */
export function tellSetUp(context: EngineContext, tx: WritableDatabase, actor: string): void {
  const asked = Object.entries(storedSettings(tx).shop).filter(([key]) => toldBySetUp.has(key));
  const changes = { shop: Object.fromEntries(asked) };
  const { stamp } = append(context, tx, { kind: 'settings.changed', body: { changes }, actor });
  winFields(tx, { entity: 'settings', id: 'shop', fields: settingFields(changes), stamp });
}
