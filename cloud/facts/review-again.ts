import type { Tx } from '../db/tx.ts';
import type { ArrivedEntry, ReviewReason } from './arrived-entry.ts';
import { flagNumbers } from './flag-known.ts';
import { forgetErased } from './forget-erased.ts';
import { forgetFacts } from './forget-facts.ts';
import { isOfJudge, judge } from './judge.ts';
import { readFacts } from './read-facts.ts';
import { writeFacts } from './write-facts.ts';

/** Why an entry was kept, and whether it counts all the same. */
type Kept = ReviewReason & { counts: boolean };

/** What is still to look at in an entry that was kept; null when it can count as it is. */
export async function judgeAgain(
  tx: Tx,
  storeId: string,
  entry: ArrivedEntry,
  { reason, message, counts }: Kept,
): Promise<ReviewReason | null> {
  if (counts || !isOfJudge(reason)) return { reason, message };
  const verdict = judge(entry);
  if (verdict !== null) return verdict;
  const documents = readFacts(storeId, entry)?.documents ?? [];
  await flagNumbers(
    tx,
    storeId,
    documents.map((document) => ({ entry, document })),
  );
  return entry.review;
}

/** Counts an entry that was kept, once. Says whether there was anything to read in it. */
export async function countAgain(tx: Tx, storeId: string, entry: ArrivedEntry): Promise<boolean> {
  await forgetErased(tx, storeId, [entry]);
  const facts = readFacts(storeId, entry);
  if (facts === null) return false;
  await forgetFacts(tx, storeId, facts);
  await writeFacts(tx, storeId, [facts]);
  return true;
}

/** Takes an entry out of the books again. */
export async function forgetEntry(tx: Tx, storeId: string, entry: ArrivedEntry): Promise<void> {
  const facts = readFacts(storeId, entry);
  if (facts !== null) await forgetFacts(tx, storeId, facts);
}
