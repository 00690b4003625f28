import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { SettingsChange, setUpRequest } from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import {
  checkSecrets,
  openSession,
  prepareAccount,
  writeNewAccount,
  type OpenSession,
  type PreparedAccount,
} from '../people/index.ts';
import { writeSettings } from '../settings/index.ts';
import { hasNoAdmin, isSetUpNeeded } from './is-set-up-needed.ts';

type SetUp = z.output<typeof setUpRequest>;

/**
 * Sets a fresh till up: shop, tax, and the owner as its first admin, who is signed in. Fails with `set-up-done` once
 * there is an admin, and with `setting-invalid`, `password-weak` or `pin-taken` and the field.
 */
export async function setUpTill(context: EngineContext, input: SetUp): Promise<Result<OpenSession, Failure>> {
  if (!isSetUpNeeded(context)) return fail(failure('set-up-done'));
  const allowed = checkSecrets(input.owner, 'owner.');
  if (!allowed.ok) return allowed;
  const owner = await prepareAccount(context, { ...input.owner, role: 'admin' });
  const done = await context.write((tx) => writeSetUp(context, tx, settingsOf(context, input), owner));
  if (done.ok) context.reloadSettings();
  return done;
}

function writeSetUp(
  context: EngineContext,
  tx: WritableDatabase,
  settings: SettingsChange,
  owner: PreparedAccount,
): Result<OpenSession, Failure> {
  if (!hasNoAdmin(tx)) return fail(failure('set-up-done'));
  const ownerId = context.ids.uuid();
  const { storeCode, registerCode, demo } = context.identity();
  const currency = settings.shop?.currency ?? context.settings().shop.currency;
  append(context, tx, {
    kind: 'store.set-up',
    body: { storeCode, registerCode, currency, demo },
    actor: ownerId,
  });
  const written = writeNewAccount(context, tx, owner, ownerId, ownerId);
  if (!written.ok) return within('owner.', written.failure);
  const kept = writeSettings(context, tx, settings, ownerId);
  if (!kept.ok) return kept;
  return ok(openSession(context, tx, written.value));
}

/** What the wizard asks, over the defaults: one tax class with the rate, one without tax, no cash rounding. */
function settingsOf(context: EngineContext, { shop, tax }: SetUp): SettingsChange {
  const rates = tax.ratePpm === 0 ? [] : [{ name: tax.name, ratePpm: tax.ratePpm, compound: false }];
  const exponent = currencyOf(shop.currency)?.exponent ?? 2;
  return {
    shop,
    tax: {
      mode: tax.mode,
      classes: [
        { id: 'standard', name: 'Standard', rates },
        { id: 'none', name: 'No tax', rates: [] },
      ],
      defaultClassId: 'standard',
    },
    points: { amountMinor: Math.max(context.settings().points.amountMinor, 10 * 10 ** exponent) },
    cash: { rounding: null },
  };
}

function within(path: string, { field, ...rest }: Failure): Result<never, Failure> {
  return fail({ ...rest, ...(field === undefined ? {} : { field: `${path}${field}` }) });
}
