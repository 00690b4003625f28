import { z } from 'zod';
import { review, storesAnswer } from '../sync/protocol.ts';
import { codeLine, id, instant, line, lines, minor } from './common.ts';

/**
 * `alone`: joined no cloud. `online`: the last exchange went well. `offline`: the cloud cannot be reached. `trouble`: it
 * was reached and something is wrong, which no waiting mends by itself.
 */
export const syncState = z.enum(['alone', 'online', 'offline', 'trouble']);
export type SyncState = z.infer<typeof syncState>;

export const syncTrouble = z.object({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  since: instant,
});

/** What the status bar shows. */
export const syncGlance = z.object({
  state: syncState,
  /** Entries that the cloud has not confirmed; all of them while the till is alone. */
  waiting: z.int().min(0),
  oldestWaitingAt: instant.nullable(),
  lastSuccessAt: instant.nullable(),
  /** Entries of other tills that are here. */
  received: z.int().min(0),
  trouble: syncTrouble.nullable(),
});
export type SyncGlance = z.infer<typeof syncGlance>;

export const syncStatus = syncGlance.extend({
  joined: z
    .object({
      url: z.string(),
      organisation: z.string(),
      store: z.object({ code: z.string(), name: z.string() }),
      register: z.object({ id, code: z.string(), name: z.string() }),
      joinedAt: instant,
    })
    .nullable(),
  waitingSales: z.int().min(0),
  /** Own entries that the cloud has confirmed. */
  sent: z.int().min(0),
  /** How many entries of the others are still to come; null before the cloud was asked. */
  behind: z.int().min(0).nullable(),
  forReview: z.int().min(0),
  /** When it will be tried again by itself; null while nothing is wrong. */
  nextTryAt: instant.nullable(),
  /** A new till that is taking over the shop's books. */
  arriving: z
    .object({ doneBytes: z.int(), totalBytes: z.int(), phase: z.enum(['snapshot', 'entries']) })
    .nullable(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

/** `url`: https, or http on this computer. `code` as the other till or the cloud's operator gave it. */
export const syncJoin = z.object({ url: line(300, 1), code: codeLine(40, 8), name: line(60) });
export type SyncJoin = z.infer<typeof syncJoin>;

const counted = z.object({ count: z.int().min(0), totalMinor: minor });
/** Both sides of the statement up to the last entry that the cloud confirmed. */
export const syncProof = z.object({
  upTo: z.int().min(0),
  entries: z.object({ here: z.int(), there: z.int() }),
  sales: z.object({ here: counted, there: counted }),
  refunds: z.object({ here: counted, there: counted }),
  /** The first eight hexadecimal digits of the chain's head on either side. */
  head: z.object({ here: z.string(), there: z.string() }),
  matches: z.boolean(),
  waiting: z.int().min(0),
  forReview: z.int().min(0),
  at: instant,
});
export type SyncProof = z.infer<typeof syncProof>;

export const syncStores = storesAnswer;
export const syncCodeRequest = z.object({
  registerName: line(60, 1),
  store: z.union([z.object({ id }), z.object({ name: line(80, 1) })]).optional(),
});
/** `joinText`: address and code in one, for a QR code: what `syncJoin` reads back. */
export const syncCode = z.object({ code: z.string(), expiresAt: instant, joinText: z.string() });
export type SyncCode = z.infer<typeof syncCode>;

/** What a person has to look at; nothing of it holds anything else up. */
export const syncException = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('review'), review }),
  /** An entry of another till that this program is too old for, or whose record is not here yet. */
  z.object({
    kind: z.literal('waiting-entry'),
    seq: z.int(),
    entryKind: z.string(),
    registerCode: z.string(),
    at: z.string(),
    because: z.enum(['waits', 'unknown']),
  }),
  /** Two records have one SKU, barcode, coupon or code: the oldest holds it. */
  z.object({
    kind: z.literal('shared-key'),
    space: z.string(),
    key: z.string(),
    holder: z.object({ id, name: z.string() }).nullable(),
    waiting: z.object({ id, name: z.string() }),
  }),
  /** Two customers with one phone number or e-mail address. */
  z.object({
    kind: z.literal('same-person'),
    customer: z.object({ id, code: z.string(), name: z.string() }),
    other: z.object({ id, code: z.string(), name: z.string() }),
    because: z.enum(['phone', 'email']),
  }),
  /** The books of this till were put back to earlier ones, or copied. */
  z.object({ kind: z.literal('put-back'), at: instant, because: z.enum(['restored', 'forked']) }),
  /** Two tills gave one sale back at once: more came back than was paid. */
  z.object({
    kind: z.literal('over-refund'),
    orderId: id,
    receiptNumber: z.string(),
    paidMinor: minor,
    backMinor: minor,
    because: z.enum(['refunded-twice', 'voided-and-refunded', 'voided-twice']),
  }),
]);
export type SyncException = z.infer<typeof syncException>;
/** `cloud`: false when the cloud's own list could not be had; what is known here is shown all the same. */
export const syncExceptions = z.object({ items: z.array(syncException), cloud: z.boolean() });

export const syncReviewDecision = z.object({
  action: z.enum(['accept', 'set-aside', 'retry']),
  note: lines(300).default(''),
});

/** What came of a file of entries: new to the cloud, there already, and of the new ones kept for review. */
export const syncImported = z.object({
  imported: z.int().min(0),
  known: z.int().min(0),
  forReview: z.int().min(0),
});
export type SyncImported = z.infer<typeof syncImported>;

/** Whether this till can work for three weeks with no network. */
export const syncReadiness = z.object({
  ready: z.boolean(),
  checks: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['ok', 'warn', 'bad']),
      title: z.string(),
      message: z.string(),
    }),
  ),
});
export type SyncReadiness = z.infer<typeof syncReadiness>;

export const customerMerge = z.object({ mergedId: id });
