import { canonicalText } from '../../../shared/journal/chain.ts';
import type { CreditFact, CreditKind, EntryBodies } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { isStamp, stampOfInstant } from '../../../shared/journal/stamp.ts';
import { hashCode } from './hash.ts';
import type { ThingsHere } from './things-here.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';

type StoredFact = CreditFact & {
  rowId: number;
  orderId: string | null;
  refundId: string | null;
  reason: string;
  actor: string;
  seq: number;
};
type StoredCredit = {
  id: string;
  kind: CreditKind;
  code: string | null;
  customerId: string | null;
  expiresOn: string | null;
  blocked: number;
  limitMinor: number | null;
  createdAt: string;
  codeHash: string | null;
};
type OpenedCredit = Omit<StoredCredit, 'code' | 'blocked' | 'limitMinor'>;
/** Of each field the change with the latest stamp; `''` where it was made before there were stamps. */
type Changed = Map<string, { stamp: string; value: unknown }>;

const storedByKey = rawQuery<{ key: string }, StoredFact>(
  `SELECT e.row_id AS rowId, e.key, c.id AS creditId, e.kind, e.amount_minor AS amountMinor, o.id AS orderId,
     r.id AS refundId, e.reason, e.actor, e.journal_seq AS seq
   FROM credit_entries e
   LEFT JOIN credits c ON c.row_id = e.credit_row_id
   LEFT JOIN orders o ON o.row_id = e.order_row_id
   LEFT JOIN refunds r ON r.row_id = e.refund_row_id
   WHERE e.key = @key`,
);
const everyEntry = rawQuery<Record<never, never>, { rowId: number; id: string }>(
  'SELECT row_id AS rowId, id FROM credit_entries',
);
const everyCredit = rawQuery<Record<never, never>, StoredCredit>(
  `SELECT c.id, c.kind, c.code, m.id AS customerId, c.expires_on AS expiresOn, c.blocked_at IS NOT NULL AS blocked,
     c.limit_minor AS limitMinor, c.created_at AS createdAt, c.code_hash AS codeHash
   FROM credits c LEFT JOIN customers m ON m.row_id = c.customer_row_id`,
);
const everyPayment = rawQuery<Record<never, never>, PaymentRow>(
  `SELECT p.id, p.kind, p.amount_minor AS amountMinor, p.reference, p.slip_number AS slipNumber, s.id AS shiftId,
     c.id AS creditId, a.id AS actor, p.at, p.business_date AS businessDate, p.journal_seq AS seq
   FROM credit_payments p
   LEFT JOIN shifts s ON s.row_id = p.shift_row_id
   LEFT JOIN credits c ON c.row_id = p.credit_row_id
   LEFT JOIN accounts a ON a.row_id = p.account_row_id`,
);
type PaymentRow = {
  id: string;
  kind: string;
  amountMinor: number;
  reference: string;
  slipNumber: number;
  shiftId: string | null;
  creditId: string;
  actor: string;
  at: string;
  businessDate: string;
  seq: number;
};

/**
 * Holds gift cards, store credit, accounts, what was paid off on them and every entry of their ledger against the
 * entries of the journal that tell of them.
 */
export function createCreditsCheck(db: ReadableDatabase, here: ThingsHere) {
  const followed = new Set<number>();
  const opened = new Map<string, OpenedCredit>();
  const changes = new Map<string, Changed>();
  const payments = new Map<string, PaymentRow>();

  const differs = (entry: StoredEntry, { cause, ...told }: ToldFact): boolean => {
    const fact = { ...told, creditId: here.credit(told.creditId) };
    const stored = db.first(storedByKey, { key: fact.key });
    if (stored === undefined) return true;
    const { rowId, seq, actor, orderId, refundId, reason, ...held } = stored;
    followed.add(rowId);
    const as = { orderId: here.cart(orderId), refundId, ...('reason' in cause ? { reason } : {}) };
    return (
      canonicalText(held) !== canonicalText(fact) ||
      canonicalText(as) !==
        canonicalText({ refundId: null, ...cause, orderId: here.cart(cause.orderId ?? null) }) ||
      seq !== entry.seq ||
      actor !== entry.actor
    );
  };

  const followChange = (
    entry: StoredEntry,
    told: EntryBodies['credit.changed'] & { stamp?: unknown },
  ): void => {
    const id = here.credit(told.creditId);
    const known = changes.get(id) ?? new Map<string, { stamp: string; value: unknown }>();
    changes.set(id, known);
    const unstamped = entry.seq > 0 ? '' : stampOfInstant(entry.at, entry.writer);
    const stamp = isStamp(told.stamp) ? told.stamp : unstamped;
    for (const [field, value] of Object.entries(told.changes))
      if (stamp >= (known.get(field)?.stamp ?? '')) known.set(field, { stamp, value });
  };
  const asChanged = (told: OpenedCredit): object => ({
    blocked: false,
    limitMinor: null,
    ...told,
    customerId: here.customer(told.customerId),
    ...Object.fromEntries([...(changes.get(told.id) ?? [])].map(([field, { value }]) => [field, value])),
  });

  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): Problem[] {
      if (entry.kind === 'credit.opened') {
        const { creditId: id, ...told } = body as EntryBodies['credit.opened'];
        opened.set(id, { id, ...told, createdAt: entry.at });
      } else if (entry.kind === 'credit.changed') {
        followChange(entry, body as EntryBodies['credit.changed'] & { stamp?: unknown });
      } else if (entry.kind === 'credit.paid') {
        const paid = paymentTold(entry, body as EntryBodies['credit.paid']);
        payments.set(paid.id, { ...paid, creditId: here.credit(paid.creditId) });
      }
      return factsTold(entry, body)
        .filter((fact) => differs(entry, fact))
        .map(({ key }) => ({ seq: entry.seq, what: `The credit entry ${key} differs from the journal.` }));
    },

    /** What stands in the tables otherwise than the entries of the journal told. */
    compare(): Problem[] {
      const problems: string[] = [];
      for (const { rowId, id } of db.each(everyEntry))
        if (!followed.has(rowId)) problems.push(`Credit entry ${id} does not follow from the journal.`);
      for (const { code, blocked, codeHash, ...credit } of db.each(everyCredit)) {
        const held = {
          ...credit,
          codeHash: code === null ? codeHash : hashCode(code),
          blocked: blocked === 1,
        };
        const told = opened.get(held.id);
        opened.delete(held.id);
        if (told === undefined || canonicalText(asChanged(told)) !== canonicalText(held))
          problems.push(`The ${held.kind} ${held.id} does not follow from the journal.`);
      }
      // What two tills opened for one customer is one credit, under the smaller id.
      for (const { id } of opened.values())
        if (here.credit(id) === id)
          problems.push(`The credit ${id} is in the journal and not in the tables.`);
      for (const payment of db.each(everyPayment))
        if (!isTold(payments, payment))
          problems.push(`The payment on account ${payment.id} does not follow from the journal.`);
      for (const id of payments.keys())
        problems.push(`The payment on account ${id} is in the journal and not in the tables.`);
      return problems.map((what) => ({ seq: null, what }));
    },
  };
}

/** Takes what was told out of the map, so that what is left was told and is not there. */
function isTold<Row extends { id: string }>(told: Map<string, Row>, held: Row): boolean {
  const known = told.get(held.id);
  told.delete(held.id);
  return known !== undefined && canonicalText(known) === canonicalText(held);
}

/** What the ledger has to say of where an entry came from; its reason only where the journal tells it. */
type ToldFact = CreditFact & { cause: { orderId?: string; refundId?: string; reason?: string } };

function factsTold(entry: StoredEntry, body: Record<string, unknown>): ToldFact[] {
  const all = (facts: readonly CreditFact[], cause: ToldFact['cause']) =>
    facts.map((fact) => ({ ...fact, cause }));
  switch (entry.kind) {
    case 'credit.changed': {
      const { entry: fact, reason } = body as EntryBodies['credit.changed'];
      return fact === null ? [] : all([fact], { reason });
    }
    case 'credit.paid':
      return all([(body as EntryBodies['credit.paid']).entry], {});
    case 'refund.committed': {
      const { credits, refundId } = body as EntryBodies['refund.committed'];
      return all(credits, { refundId });
    }
    case 'sale.committed': {
      const { credits, orderId } = readSaleBody(entry.v, body);
      return all(credits, { orderId });
    }
    case 'sale.voided': {
      const { credits, orderId } = body as EntryBodies['sale.voided'];
      return all(credits, { orderId });
    }
    default:
      return [];
  }
}

function paymentTold(entry: StoredEntry, body: EntryBodies['credit.paid']): PaymentRow {
  const { paymentId: id, tender: kind, customerId: _, entry: __, ...told } = body;
  return {
    id,
    kind,
    ...told,
    ...(entry.seq > 0 ? {} : { shiftId: null }),
    actor: entry.actor,
    at: entry.at,
    businessDate: entry.business_date,
    seq: entry.seq,
  };
}
