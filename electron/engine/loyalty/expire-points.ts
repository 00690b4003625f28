import { expiringPoints, monthsBefore } from '../../../shared/domain/points.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { changePoints } from './change-points.ts';
import { changesOfCustomer, customerIdOf } from './expiry-statements.ts';

/** So few customers in one commit that a sale beside it hardly waits. */
const chunkSize = 25;
const twoDays = 2 * 86_400_000;

/**
 * Lets the points expire that were given more months ago than the settings say and are not used, first in, first out:
 * one entry for each customer and business date. Doing it again writes nothing. Sales go on between its commits;
 * `isClosing` ends it early. Answers with how many customers lost points; fails as the storage does.
 */
export async function expirePoints(
  context: EngineContext,
  isClosing: () => boolean = () => false,
): Promise<Result<{ customers: number }, Failure>> {
  const months = context.settings().points.expiryMonths;
  if (months === 0) return ok({ customers: 0 });
  const today = context.businessDateOf(instantOf(context.clock.now()));
  const cutoff = monthsBefore(today, months);
  // Late enough for every time zone and day cut-off: each customer is looked at by business dates below.
  const before = instantOf(Date.parse(cutoff) + twoDays);
  const rowIds = await context.readInWorker('findExpiring', { before });
  let customers = 0;
  for (let at = 0; at < rowIds.length && !isClosing(); at += chunkSize) {
    const written = await context.write((tx) =>
      ok(
        rowIds
          .slice(at, at + chunkSize)
          .filter((customerRowId) => expireOf(context, tx, { customerRowId, today, cutoff })).length,
      ),
    );
    if (!written.ok) return written;
    customers += written.value;
  }
  return ok({ customers });
}

function expireOf(
  context: EngineContext,
  tx: WritableDatabase,
  { customerRowId, today, cutoff }: { customerRowId: number; today: string; cutoff: string },
): boolean {
  const entries = tx.all(changesOfCustomer, { customerRowId });
  const points = expiringPoints(
    entries.map((entry) => ({ ...entry, at: context.businessDateOf(entry.at) })),
    cutoff,
  );
  if (points === 0) return false;
  const id = tx.first(customerIdOf, { customerRowId })?.id;
  if (id === undefined) throw new Error(`there is no customer ${customerRowId}`);
  const { repeated } = changePoints(
    context,
    tx,
    {
      customer: { rowId: customerRowId, id },
      key: `expiry:${id}:${today}`,
      kind: 'expired',
      points: -points,
      description: `Points from before ${cutoff}`,
      order: null,
    },
    'system',
  );
  return !repeated;
}
