import type { WritableDatabase } from '../db/database.ts';
import { blockCredit, setExpiry, setLimit } from './credit-statements.ts';

/** Writes those of the changes whose fields are named. */
export function setCreditFields(
  tx: WritableDatabase,
  rowId: number,
  fields: readonly string[],
  { changes, reason, at }: { changes: Record<string, unknown>; reason: string; at: string },
): void {
  const {
    blocked,
    expiresOn = null,
    limitMinor = null,
  } = changes as {
    blocked?: boolean;
    expiresOn?: string | null;
    limitMinor?: number | null;
  };
  if (fields.includes('blocked'))
    tx.run(blockCredit, { rowId, ...(blocked === true ? { at, reason } : { at: null, reason: '' }) });
  if (fields.includes('expiresOn')) tx.run(setExpiry, { rowId, expiresOn });
  if (fields.includes('limitMinor')) tx.run(setLimit, { rowId, limitMinor });
}
