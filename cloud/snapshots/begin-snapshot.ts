import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { snapshotBegin, SnapshotState } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';
import { newestErasure } from '../facts/index.ts';
import type { Caller } from '../route.ts';
import { forgetSnapshots } from './forget-snapshots.ts';
import { mostSnapshotBytes, stateOf } from './parts.ts';

const erasedSince =
  'A customer was erased since this snapshot was made. Take in what is new first, and make another.';

type Begin = z.output<typeof snapshotBegin>;

/**
 * Begins a snapshot, or goes on with it: the same again answers how much of it is there. A register has one under way.
 * Fails with `snapshot-too-large`, `snapshot-outdated` (also where it may tell of somebody erased since), and
 * `snapshot-differs` for an id that is taken.
 */
export async function beginSnapshot(
  { tx: run, clock }: CloudContext,
  { storeId, registerId }: Caller,
  begin: Begin,
): Promise<Result<SnapshotState, CloudFailure>> {
  if (begin.size > mostSnapshotBytes)
    return fail(cloudFailure('snapshot-too-large', { details: { maximum: mostSnapshotBytes } }));
  return run(async (tx) => {
    const { epoch, position } = await tx
      .selectFrom('stores')
      .select(['epoch', 'position'])
      .where('id', '=', storeId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (begin.epoch !== epoch) return fail(cloudFailure('snapshot-outdated', { details: { epoch } }));
    if (begin.position > position)
      return fail(cloudFailure('request-invalid', { message: 'The cloud has no such position yet.' }));
    if (begin.position < (await newestErasure(tx, storeId)))
      return fail(cloudFailure('snapshot-outdated', { message: erasedSince }));
    const known = await find(tx, storeId, begin.id);
    if (known !== undefined) {
      const isSame = known.register_id === registerId && isSameContent(known, begin);
      return isSame ? ok(stateOf(known)) : fail(cloudFailure('snapshot-differs'));
    }
    await forgetSnapshots(tx, storeId, (rows) =>
      rows.where('register_id', '=', registerId).where('complete', '=', false),
    );
    const row = { ...begin, parts: 0, complete: false, at: instantOf(clock.now()) };
    await tx
      .insertInto('snapshots')
      .values({ ...row, store_id: storeId, register_id: registerId })
      .execute();
    return ok(row);
  });
}

function find(tx: Tx, storeId: string, id: string) {
  return tx
    .selectFrom('snapshots')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .executeTakeFirst();
}

function isSameContent(known: Omit<Begin, 'id'>, begin: Begin): boolean {
  return (
    known.size === begin.size &&
    known.sha256 === begin.sha256 &&
    known.position === begin.position &&
    known.mark === begin.mark &&
    known.epoch === begin.epoch &&
    known.schema === begin.schema
  );
}
