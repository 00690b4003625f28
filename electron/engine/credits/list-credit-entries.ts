import type { z } from 'zod';
import type { creditEntryPage } from '../../../shared/api/credits.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { creditHere } from './credit-here.ts';
import { countEntriesOfCredit, entriesOfCredit } from './entry-statements.ts';

/** The ledger of a card or account, newest first; fails with `credit-unknown`. */
export function listCreditEntries(
  db: ReadableDatabase,
  id: string,
  { offset, limit }: { offset: number; limit: number },
): Result<z.infer<typeof creditEntryPage>, Failure> {
  const creditRowId = creditHere(db, id)?.rowId;
  if (creditRowId === undefined) return fail(failure('credit-unknown'));
  return ok({
    items: db.all(entriesOfCredit, { creditRowId, offset, limit }),
    total: db.first(countEntriesOfCredit, { creditRowId })?.count ?? 0,
    offset,
  });
}
