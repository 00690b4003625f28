import type { Tx } from '../db/tx.ts';
import type { ArrivedEntry } from './arrived-entry.ts';
import { flagKnown, flagNumbers } from './flag-known.ts';
import { forgetErased } from './forget-erased.ts';
import { reviewIdOf } from './review-id.ts';
import { readFacts } from './read-facts.ts';
import { writeFacts } from './write-facts.ts';

/**
 * Counts entries into the tables of reports, balances and names, in the transaction of their push, which holds the
 * store's row locked, before the entries themselves are written: it opens a review for each that has a reason, may give
 * a reason to one that counts all the same, and empties the detachable part of one whose customer is erased.
 */
export async function countFacts(tx: Tx, storeId: string, entries: readonly ArrivedEntry[]): Promise<void> {
  await forgetErased(tx, storeId, entries);
  const counting = entries.flatMap((entry) => {
    const facts = entry.review === null ? readFacts(storeId, entry) : null;
    return facts === null ? [] : [{ entry, facts }];
  });
  const documents = counting.flatMap(({ entry, facts }) =>
    facts.documents.map((document) => ({ entry, document })),
  );
  await flagNumbers(tx, storeId, documents);
  const all = counting.map(({ facts }) => facts);
  flagKnown(documents, await writeFacts(tx, storeId, all));
  await openReviews(tx, storeId, entries, new Set(all.map(({ entry }) => entry.opId)));
}

async function openReviews(
  tx: Tx,
  storeId: string,
  entries: readonly ArrivedEntry[],
  counted: ReadonlySet<string>,
): Promise<void> {
  const rows = entries.flatMap(({ review, opId, stream, seq, registerId, receivedAt }) =>
    review === null
      ? []
      : [
          {
            store_id: storeId,
            id: reviewIdOf(stream, seq),
            stream,
            seq,
            register_id: registerId,
            ...review,
            state: 'open' as const,
            counts: counted.has(opId),
            note: '',
            decided_by: '',
            decided_at: null,
            received_at: receivedAt,
          },
        ],
  );
  if (rows.length === 0) return;
  await tx
    .insertInto('reviews')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
