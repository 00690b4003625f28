import type { Settings } from '../../../shared/api/settings.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const putSection = query<{ section: string; value: string; at: string }>()((b, p) =>
  b.replaceInto('settings').values({ section: p('section'), value: p('value'), updated_at: p('at') }),
);

/** Stores whole sections, as they are after a change. */
export function storeSections(
  tx: WritableDatabase,
  settings: Settings,
  sections: readonly string[],
  at: string,
): void {
  for (const section of sections)
    tx.run(putSection, { section, value: JSON.stringify(settings[section as keyof Settings]), at });
}

/** By which names the stamps of settings go: `section.key`. */
export function settingFields(changes: Record<string, Record<string, unknown>>): string[] {
  return Object.entries(changes).flatMap(([section, values]) =>
    Object.keys(values).map((key) => `${section}.${key}`),
  );
}
