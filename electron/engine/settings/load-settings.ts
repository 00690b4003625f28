import { defaultSettings } from '../../../shared/api/defaults.ts';
import { settings as settingsSchema, type Settings } from '../../../shared/api/settings.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const everySection = query()((b) => b.selectFrom('settings').select(['section', 'value']));

/** The settings in force. A demonstration is open to callers on this computer. */
export function loadSettings(db: ReadableDatabase, options: { demo?: boolean } = {}): Settings {
  return withDefaultClass(storedSettings(db, options));
}

/** What is stored, over the defaults. */
export function storedSettings(db: ReadableDatabase, { demo = false }: { demo?: boolean } = {}): Settings {
  const defaults: Settings = { ...defaultSettings, api: { ...defaultSettings.api, openAccess: demo } };
  const stored = Object.fromEntries(
    db.all(everySection).map(({ section, value }) => [section, JSON.parse(value) as Record<string, unknown>]),
  );
  const sections = Object.entries(defaults).map(([section, values]) => [
    section,
    { ...values, ...stored[section] },
  ]);
  return settingsSchema.parse(Object.fromEntries(sections));
}

/** Two tills may have taken a tax class away and made it the default at the same time: the first one stands in. */
function withDefaultClass(settings: Settings): Settings {
  const { classes, defaultClassId } = settings.tax;
  const [first] = classes;
  if (first === undefined || classes.some(({ id }) => id === defaultClassId)) return settings;
  return { ...settings, tax: { ...settings.tax, defaultClassId: first.id } };
}
