import { failure } from '../../../shared/api/failures.ts';
import {
  settings as settingsSchema,
  type Settings,
  type SettingsChange,
} from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { append, winFields } from '../journal/index.ts';
import { settingFields, storeSections } from './store-sections.ts';

const anyOrder = query()((b) =>
  b.selectFrom('orders').select('row_id').unionAll(b.selectFrom('placed_orders').select('row_id')).limit(1),
);

/** The books are kept in their currency from the first sale or order on. */
export function hasSold(db: ReadableDatabase): boolean {
  return db.first(anyOrder) !== undefined;
}

/** The logo changes together with its picture alone. */
type AnyChange = Omit<SettingsChange, 'receipt'> & {
  receipt?: SettingsChange['receipt'] | { logoId: string | null };
};

/** Changes the named settings and leaves the others. Fails with `setting-invalid` and the field. */
export async function changeSettings(
  context: EngineContext,
  change: SettingsChange,
  actorId: string,
): Promise<Result<Settings, Failure>> {
  const written = await context.write((tx) => writeSettings(context, tx, change, actorId));
  if (!written.ok) return written;
  context.reloadSettings();
  return ok(context.settings());
}

/** The same inside a transaction of the caller's, who reloads the settings after the commit. */
export function writeSettings(
  context: EngineContext,
  tx: WritableDatabase,
  change: AnyChange,
  actorId: string,
): Result<void, Failure> {
  const before = context.settings();
  const merged = merge(before, change);
  const allowed = checkSettings(tx, before, merged);
  if (!allowed.ok) return allowed;

  const changes = differences(before, merged);
  if (Object.keys(changes).length === 0) return ok(undefined);
  const { at, stamp } = append(context, tx, { kind: 'settings.changed', body: { changes }, actor: actorId });
  const fields = settingFields(changes);
  winFields(tx, { entity: 'settings', id: 'shop', fields, stamp });
  storeSections(tx, merged, Object.keys(changes), at);
  return ok(undefined);
}

/** The sections that differ, and of each the keys that do. */
function differences(before: Settings, after: Settings): Record<string, Record<string, unknown>> {
  const sections = Object.entries(after).map(([section, values]) => {
    const known: Record<string, unknown> = before[section as keyof Settings];
    const changed = Object.entries(values).filter(
      ([key, value]) => canonicalText(value) !== canonicalText(known[key]),
    );
    return [section, Object.fromEntries(changed)] as const;
  });
  return Object.fromEntries(sections.filter(([, values]) => Object.keys(values).length > 0));
}

function merge(before: Settings, change: AnyChange): Settings {
  const sections = Object.entries(before).map(([section, values]) => [
    section,
    { ...values, ...change[section as keyof Settings] },
  ]);
  return settingsSchema.parse(Object.fromEntries(sections));
}

function checkSettings(tx: WritableDatabase, before: Settings, after: Settings): Result<void, Failure> {
  const refuse = (field: string, message: string) => fail(failure('setting-invalid', { field, message }));
  if (currencyOf(after.shop.currency) === undefined) {
    return refuse('shop.currency', 'This is not a currency code of ISO 4217.');
  }
  if (after.shop.currency !== before.shop.currency && hasSold(tx)) {
    return refuse(
      'shop.currency',
      'The currency cannot change once something was sold or ordered: the books are kept in it.',
    );
  }
  if (!isTimeZone(after.shop.timeZone))
    return refuse('shop.timeZone', 'This is not a time zone, such as Asia/Manila.');
  if (!isLocale(after.shop.locale)) return refuse('shop.locale', 'This is not a locale, such as en-PH.');
  const classIds = after.tax.classes.map((taxClass) => taxClass.id);
  if (new Set(classIds).size !== classIds.length)
    return refuse('tax.classes', 'Two tax classes have the same id.');
  if (!classIds.includes(after.tax.defaultClassId)) {
    return refuse('tax.defaultClassId', 'The default tax class is not among the tax classes.');
  }
  const { tiers } = after.points;
  if (new Set(tiers.map((tier) => tier.id)).size !== tiers.length) {
    return refuse('points.tiers', 'Two tiers have the same id.');
  }
  if (new Set(tiers.map((tier) => tier.fromPoints)).size !== tiers.length) {
    return refuse('points.tiers', 'Two tiers begin at the same number of points.');
  }
  if (after.printer.kind === 'network' && after.printer.host === '') {
    return refuse('printer.host', 'A network printer needs its address.');
  }
  return ok(undefined);
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
