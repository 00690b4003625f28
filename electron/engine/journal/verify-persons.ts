import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { Problem } from './verify-chain.ts';

type StoredPerson = { id: string; code: string; name: string; mergedInto: string | null; erased: number };

const joinedOrErased = rawQuery<Record<never, never>, StoredPerson>(
  `SELECT c.id, c.code, c.name, m.id AS mergedInto, c.erased_at IS NOT NULL AS erased
   FROM customers c LEFT JOIN customers m ON m.row_id = c.merged_into_row_id
   WHERE c.merged_into_row_id IS NOT NULL OR c.erased_at IS NOT NULL`,
);

/** Follows which customers are one person, of whom the oldest goes on, and who was erased. */
export function createPersonsCheck() {
  const joined = new Map<string, string>();
  const erased = new Set<string>();
  const oldestOf = (id: string): string => {
    const next = joined.get(id);
    return next === undefined ? id : oldestOf(next);
  };

  return {
    visit(kind: string, body: Record<string, unknown>): void {
      if (kind === 'customer.merged') {
        const { customerId, mergedId } = body as EntryBodies['customer.merged'];
        const [stays, goes] = [oldestOf(customerId), oldestOf(mergedId)].toSorted();
        if (stays !== undefined && goes !== undefined && stays !== goes) joined.set(goes, stays);
      } else if (kind === 'customer.erased') {
        erased.add((body as EntryBodies['customer.erased']).customerId);
      }
    },

    /** What the tables hold otherwise than the entries say. */
    compare(db: ReadableDatabase): Problem[] {
      const toldErased = new Set([...erased].map(oldestOf));
      const left = new Set([...joined.keys(), ...toldErased]);
      const problems: Problem[] = [];
      for (const { id, code, name, mergedInto, erased: isErased } of db.each(joinedOrErased)) {
        left.delete(id);
        const survivor = oldestOf(id);
        if ((mergedInto ?? id) !== survivor)
          problems.push({
            seq: null,
            what: `Whom customer ${code} was joined with does not follow from the journal.`,
          });
        if ((isErased === 1) !== toldErased.has(survivor) || (isErased === 1 && name !== 'Erased customer'))
          problems.push({
            seq: null,
            what: `That customer ${code} was erased does not follow from the journal.`,
          });
      }
      for (const id of left)
        problems.push({
          seq: null,
          what: `Customer ${id} was joined or erased by the journal and not in the tables.`,
        });
      return problems;
    },
  };
}
