import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { winFields } from '../journal/index.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { creditHere } from './credit-here.ts';
import { setCreditFields } from './set-credit-fields.ts';
import { writeCredit } from './write-credit.ts';

/** A correction by hand, or a change of a card or account, made at another till: of each field the later one wins. */
export function applyCreditChanged(
  context: EngineContext,
  tx: WritableDatabase,
  entry: ForeignEntry,
): Outcome {
  const { creditId, entry: fact, changes, reason } = entry.body as EntryBodies['credit.changed'];
  const credit = creditHere(tx, creditId);
  if (credit === undefined) return 'waits';
  const { seq: journalSeq, actor, at, stamp } = entry;
  const fields = winFields(tx, { entity: 'credit', id: credit.id, fields: Object.keys(changes), stamp });
  setCreditFields(tx, credit.rowId, fields, { changes, reason, at });
  if (fact !== null)
    writeCredit(context, tx, { ...fact, creditId: credit.id }, { reason, actor, journalSeq, at });
  return 'applied';
}
