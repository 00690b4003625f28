import { createHash } from 'node:crypto';
import { failure } from '../../../shared/api/failures.ts';
import type { Device, DeviceEnrolled } from '../../../shared/api/people.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';

const prefix = 'SKD1.';
/** How exactly it is known when a device was last here: not worth a write at every call. */
const seenEvery = 5 * 60_000;

const columns = ['id', 'name', 'created_at', 'last_seen_at', 'revoked_at'] as const;
const allDevices = query()((b) => b.selectFrom('devices').select(columns).orderBy('row_id'));
const deviceById = query<{ id: string }>()((b, p) =>
  b.selectFrom('devices').select(columns).where('id', '=', p('id')),
);
const deviceByKey = query<{ keyHash: Uint8Array }>()((b, p) =>
  b
    .selectFrom('devices')
    .select(columns)
    .where('key_hash', '=', p('keyHash'))
    .where('revoked_at', 'is', null),
);
const insertDevice = query<{ id: string; name: string; keyHash: Uint8Array; at: string }>()((b, p) =>
  b
    .insertInto('devices')
    .values({ id: p('id'), name: p('name'), key_hash: p('keyHash'), created_at: p('at') }),
);
const markSeen = query<{ id: string; at: string }>()((b, p) =>
  b
    .updateTable('devices')
    .set({ last_seen_at: p('at') })
    .where('id', '=', p('id')),
);
const markRevoked = query<{ id: string; at: string }>()((b, p) =>
  b
    .updateTable('devices')
    .set({ revoked_at: p('at') })
    .where('id', '=', p('id'))
    .where('revoked_at', 'is', null),
);

type DeviceRow = NonNullable<(typeof deviceById)['row']>;

/** Every device that was ever enrolled, the revoked ones too. */
export function listDevices(db: ReadableDatabase): { items: Device[] } {
  return { items: db.all(allDevices).map(deviceOf) };
}

/** Enrols a device. Its key (`SKD1.` and 43 characters) is told this once: only a hash of it is kept. */
export function enrolDevice(
  context: EngineContext,
  name: string,
  actor: Actor,
): Promise<Result<DeviceEnrolled, Failure>> {
  const key = prefix + Buffer.from(context.ids.bytes(32)).toString('base64url');
  const id = context.ids.uuid();
  return context.write((tx) => {
    const { at } = append(context, tx, {
      kind: 'device.enrolled',
      body: { deviceId: id, name },
      actor: actor.accountId,
    });
    tx.run(insertDevice, { id, name, keyHash: hashOf(key), at });
    return ok({ device: readDevice(tx, id), key });
  });
}

/** Revokes a device's key at once and for good; revoking it again changes nothing. Fails with `device-unknown`. */
export function revokeDevice(
  context: EngineContext,
  id: string,
  actor: Actor,
): Promise<Result<Device, Failure>> {
  return context.write((tx) => {
    const known = tx.first(deviceById, { id });
    if (known === undefined) return fail(failure('device-unknown'));
    if (known.revoked_at !== null) return ok(deviceOf(known));
    const { at } = append(context, tx, {
      kind: 'device.revoked',
      body: { deviceId: id },
      actor: actor.accountId,
    });
    tx.run(markRevoked, { id, at });
    return ok(readDevice(tx, id));
  });
}

export function isDeviceKey(token: string): boolean {
  return token.startsWith(prefix);
}

/** The device that this key is, unless it was revoked; null for any other text. */
export function findDevice(context: EngineContext, key: string): { id: string; name: string } | null {
  if (!/^SKD1\.[\w-]{43}$/.test(key)) return null;
  const row = context.read.first(deviceByKey, { keyHash: hashOf(key) });
  if (row === undefined) return null;
  noteSeen(context, row);
  return { id: row.id, name: row.name };
}

/** Nobody waits for this, and losing it loses nothing. */
function noteSeen(context: EngineContext, { id, last_seen_at }: DeviceRow): void {
  const now = context.clock.now();
  if (last_seen_at !== null && Math.abs(now - Date.parse(last_seen_at)) < seenEvery) return;
  context
    .write((tx) => {
      tx.run(markSeen, { id, at: instantOf(now) });
      return ok(undefined);
    })
    .catch((error: unknown) => context.log.warn({ err: error }, 'when a device was last here was not kept'));
}

function readDevice(db: ReadableDatabase, id: string): Device {
  const row = db.first(deviceById, { id });
  if (row === undefined) throw new Error('a device that was just written is not there');
  return deviceOf(row);
}

function deviceOf(row: DeviceRow): Device {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    revokedAt: row.revoked_at,
  };
}

function hashOf(key: string): Uint8Array {
  return createHash('sha256').update(key).digest();
}
