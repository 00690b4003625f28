import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { stampToCompare } from './stamp-to-compare.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';
import { createPersonsCheck } from './verify-persons.ts';

type StoredCustomer = { rowId: number; code: string; createdAt: string } & Cards;
/** What of a customer's QR and cards the journal tells; times in seconds since 1970. */
type Cards = { qrCode: string; expiresAt: number; voidTo: number };
/** `stamp`: of the newest edit of the QR code; null while it is the first one. */
type ToldCards = Cards & { stamp: string | null };

const storedById = rawQuery<{ id: string }, StoredCustomer>(
  `SELECT row_id AS rowId, code, created_at AS createdAt, qr_code AS qrCode, card_expires_at AS expiresAt,
     cards_void_to AS voidTo FROM customers WHERE id = @id`,
);
const everyCustomer = rawQuery<Record<never, never>, { rowId: number; code: string }>(
  'SELECT row_id AS rowId, code FROM customers',
);

/** Holds every customer's code, QR and cards, and who was joined or erased, against the entries that tell of them. */
export function createCustomersCheck(db: ReadableDatabase) {
  const followed = new Set<number>();
  const persons = createPersonsCheck();
  /** Of customers whose cards are no longer those that they began with: as the journal tells them so far. */
  const cardsOf = new Map<string, ToldCards>();

  const toldOf = (customerId: string): ToldCards => {
    const known = cardsOf.get(customerId) ?? { qrCode: '', stamp: null, expiresAt: 0, voidTo: 0 };
    cardsOf.set(customerId, known);
    return known;
  };
  const create = (entry: StoredEntry, body: EntryBodies['customer.created']): Problem[] => {
    const { customerId, code, qrCode } = body;
    const stored = db.first(storedById, { id: customerId });
    if (stored === undefined)
      return [{ seq: entry.seq, what: `The customer ${code} is in the journal and not in the tables.` }];
    followed.add(stored.rowId);
    if (stored.qrCode !== qrCode || stored.expiresAt !== 0 || stored.voidTo !== 0) {
      const told = toldOf(customerId);
      if (told.stamp === null) told.qrCode = qrCode;
    }
    // An older customer of another till may have the code.
    const isCode = stored.code === code || stored.code === `${code}~${customerId.slice(-6)}`;
    return isCode && stored.createdAt === entry.at
      ? []
      : [{ seq: entry.seq, what: `The code or time of the customer ${code} differs from the journal.` }];
  };

  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): Problem[] {
      persons.visit(entry.kind, body);
      if (entry.kind === 'customer.created') return create(entry, body as EntryBodies['customer.created']);
      if (entry.kind === 'card.issued') {
        const { customerId, expiresAt } = body as EntryBodies['card.issued'];
        const told = toldOf(customerId);
        told.expiresAt = Math.max(told.expiresAt, expiresAt);
      } else if (entry.kind === 'card.revoked') {
        const { customerId, qrCode, voidTo } = body as EntryBodies['card.revoked'];
        const told = toldOf(customerId);
        const stamp = stampToCompare(entry, body);
        told.voidTo = Math.max(told.voidTo, voidTo);
        if (stamp >= (told.stamp ?? '')) Object.assign(told, { qrCode, stamp });
      }
      return [];
    },

    /** What the tables hold otherwise than the entries say. */
    compare(): Problem[] {
      const problems = persons.compare(db);
      for (const [id, told] of cardsOf) {
        const stored = db.first(storedById, { id });
        const same =
          stored?.qrCode === told.qrCode &&
          stored.expiresAt === told.expiresAt &&
          stored.voidTo === told.voidTo;
        if (!same)
          problems.push({
            seq: null,
            what: `The cards of customer ${stored?.code ?? id} do not follow from the journal.`,
          });
      }
      for (const { rowId, code } of db.each(everyCustomer)) {
        if (!followed.has(rowId))
          problems.push({ seq: null, what: `Customer ${code} does not follow from the journal.` });
      }
      return problems;
    },
  };
}
