import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';

type StoredApproval = EntryBodies['approval.given'] & { seq: number; at: string; used: number };
type ToldApproval = Omit<StoredApproval, 'used'> & { usedBySeq: number | null };

const everyApproval = rawQuery<Record<never, never>, StoredApproval>(
  `SELECT a.id AS approvalId, a.act, a.subject, a.figure, a.way, asked.id AS askedBy, approved.id AS approvedBy,
     a.journal_seq AS seq, a.at, a.used_at IS NOT NULL AS used
   FROM approvals a
   LEFT JOIN accounts asked ON asked.row_id = a.asked_by_row_id
   LEFT JOIN accounts approved ON approved.row_id = a.approved_by_row_id`,
);

/**
 * Holds approvals against the entries that gave them, and against the acts that took them: each was given before it was
 * taken, to whoever took it, for one act, once.
 */
export function createApprovalsCheck(db: ReadableDatabase) {
  const told = new Map<string, ToldApproval>();

  const take = (entry: StoredEntry, id: string): string | null => {
    const given = told.get(id);
    if (given === undefined) return `The approval ${id} was taken and never given.`;
    if (given.usedBySeq !== null) return `The approval ${id} was taken by entry ${given.usedBySeq} already.`;
    told.set(id, { ...given, usedBySeq: entry.seq });
    return given.askedBy === entry.actor ? null : `The approval ${id} was given to somebody else.`;
  };

  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): Problem[] {
      if (entry.kind === 'approval.given') {
        const given = body as EntryBodies['approval.given'];
        told.set(given.approvalId, { ...given, seq: entry.seq, at: entry.at, usedBySeq: null });
        return [];
      }
      return takenBy(body).flatMap((id) => {
        const what = take(entry, id);
        return what === null ? [] : [{ seq: entry.seq, what }];
      });
    },

    /** What stands in the table otherwise than the entries told. */
    compare(): Problem[] {
      const problems: Problem[] = [];
      for (const { used, ...held } of db.each(everyApproval)) {
        const given = told.get(held.approvalId);
        told.delete(held.approvalId);
        const problem = (what: string) =>
          problems.push({ seq: held.seq, what: `The approval ${held.approvalId} ${what}` });
        const { usedBySeq = null, ...entry } = given ?? {};
        if (canonicalText(held) !== canonicalText(entry)) problem('does not follow from the journal.');
        else if (usedBySeq === null && used === 1) problem('counts as used, and no entry took it.');
        else if (usedBySeq !== null && used === 0) problem(`counts as unused; entry ${usedBySeq} took it.`);
      }
      for (const { approvalId, seq } of told.values())
        problems.push({ seq, what: `The approval ${approvalId} is in the journal and not in the table.` });
      return problems;
    },
  };
}

/** The approvals that an entry names as taken, whatever its kind. */
function takenBy({ approvalId, approvalIds }: Record<string, unknown>): string[] {
  const several: unknown[] = Array.isArray(approvalIds) ? approvalIds : [];
  return [approvalId, ...several].filter((id) => typeof id === 'string');
}
