import { z } from 'zod';
import { mostEntriesPerPush } from './limits.ts';

export { mostBytesPerPush, mostEntriesPerPush } from './limits.ts';

/*
 * What tills and the cloud say to each other. A *stream* is one life of one database file: entries with contiguous
 * numbers that begin after `base` (0 for a first life) and carry on the hash chain of the stream before it. An entry
 * names the writer in whose life it was made; a till that was restored re-sends entries of its former life in its new
 * stream, with the same `opId`, by which each counts once.
 *
 * A *position* counts the entries of a store as they arrive. With each push the cloud draws a *mark* by chance: position and
 * mark name one arrival for ever, also when the cloud was restored from a backup and something else has its position.
 */

/** What the cloud takes at most of one request, unpacked: a push with one huge entry. */
export const mostBytesPerRequest = 8 * 1_048_576;
export const mostEntriesPerPull = 2_000;
export const snapshotPartBytes = 4 * 1_048_576;

const uuid = z.uuid();
/** SHA-256 in hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });
const mark = z.int().min(0);
/** ISO 4217. */
const currency = z.string().regex(/^[A-Z]{3}$/);

/** A whole number of an address: digits alone. */
export function numberInAddress(least: number, most = Number.MAX_SAFE_INTEGER) {
  const read = (text: unknown) =>
    typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
  return z.preprocess(read, z.int().min(least).max(most));
}

/** An entry as it stands in the journal: `body` is its canonical JSON, byte for byte; `hash` is over all but `personal`. */
export const wireEntry = z.object({
  seq: z.int().min(1),
  opId: uuid,
  writer: uuid,
  kind: z.string().min(1).max(60),
  v: z.int().min(1).max(1_000),
  at: z.string().min(1).max(40),
  businessDate: z.string().min(1).max(20),
  actor: z.string().max(60),
  body: z.string().max(6 * 1_048_576),
  hash,
  /** The detachable part; null where the entry has none, or where it was erased. `salt` is base64url. */
  personal: z.object({ salt: z.string().max(64), part: z.string().max(1_048_576) }).nullable(),
});
export type WireEntry = z.infer<typeof wireEntry>;

export const pushRequest = z.object({
  stream: uuid,
  /** The hash before the first entry: of the entry before it, or of 32 zero bytes. */
  prevHash: hash,
  entries: z.array(wireEntry).min(1).max(mostEntriesPerPush),
});
export type PushRequest = z.infer<typeof pushRequest>;

/**
 * `last` and `head`: number and hash of the last entry that the cloud has of this stream, whatever was sent: a gap is
 * answered with them too, and nothing of it stored. `epoch` changes when the cloud itself was restored from a backup.
 */
export const pushAnswer = z.object({
  last: z.int().min(0),
  head: hash,
  epoch: z.int().min(1),
  serverTime: instant,
  /** How many of what was sent is kept for review. */
  forReview: z.int().min(0),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

export const pullQuery = z.object({
  stream: uuid,
  after: numberInAddress(0),
  /** Of the entry at `after`; 0 for position 0. If another is there, the cloud was restored: answered like another epoch. */
  mark: numberInAddress(0).default(0),
  /**
   * Up to where the till knows its own stream to be there. What comes after that in it is sent too: another copy of this
   * till may have written it, of which this one would otherwise never hear. If the cloud has less, it was restored.
   */
  confirmed: numberInAddress(0),
  limit: numberInAddress(1, mostEntriesPerPull).default(mostEntriesPerPull),
  /** The epoch that the cursor is of. Another one is answered with no entries: the cursor starts again at 0. */
  epoch: numberInAddress(0).default(0),
});

/** Entries of the store's other streams in the order of `position`, which never has a gap that fills later. */
export const pullAnswer = z.object({
  epoch: z.int().min(1),
  /** The cursor after this page: the position up to which all was seen, entries of one's own stream included. */
  next: z.int().min(0),
  nextMark: mark,
  /** The store's newest position. */
  newest: z.int().min(0),
  entries: z.array(wireEntry.extend({ position: z.int().min(1), mark, stream: uuid })),
});
export type PullAnswer = z.infer<typeof pullAnswer>;

/** A new life: it goes on after entry `seq` with hash `head` of the stream `parent`. The same again answers the same. */
export const streamRequest = z.object({
  stream: uuid,
  parent: z.object({ stream: uuid, seq: z.int().min(0), head: hash }),
});
export const streamAnswer = z.object({
  stream: uuid,
  last: z.int().min(0),
  head: hash,
  epoch: z.int().min(1),
});
export type StreamAnswer = z.infer<typeof streamAnswer>;

/**
 * The cloud has less of the stream than it had confirmed, `last`: it was restored from a backup. Its epoch grows, unless it
 * did since `epoch`, which the till knows. Answered like a new stream: what is missing after `last` is to be sent again.
 */
export const lostRequest = z.object({ stream: uuid, last: z.int().min(0), epoch: z.int().min(0) });

export const statementQuery = z.object({ stream: uuid, upTo: numberInAddress(0) });
/** Of the whole line of lives up to entry `upTo`: sales and refunds by their first arrival, sums in minor units. */
export const statementAnswer = z.object({
  upTo: z.int().min(0),
  entries: z.int().min(0),
  sales: z.object({ count: z.int().min(0), totalMinor: z.int() }),
  refunds: z.object({ count: z.int().min(0), totalMinor: z.int() }),
  /** The hash of entry `upTo`. */
  head: hash,
  forReview: z.int().min(0),
});
export type StatementAnswer = z.infer<typeof statementAnswer>;

/** `publicKey`: the 32 bytes of the register's Ed25519 key, base64url. `code`: ten letters and digits, dashes allowed. */
export const enrolRequest = z.object({
  code: z.string().min(8).max(40),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  stream: uuid,
  /** What the shop calls this till; empty: what was said when the code was made. */
  name: z.string().max(60),
  /** What this till is set up as: the name of a shop that has none yet. */
  shopName: z.string().max(80).default(''),
  /** What this till sold in: a shop of another currency does not let it in. Null where it sold nothing yet. */
  currency: currency.nullable().default(null),
});
export const enrolAnswer = z.object({
  organisation: z.object({ id: uuid, name: z.string() }),
  store: z.object({ id: uuid, code: z.string(), name: z.string() }),
  /** `number` counts the store's registers from 1; `code` is T and that number. */
  register: z.object({ id: uuid, code: z.string(), number: z.int().min(1), name: z.string() }),
  /** What the shop keeps its books in; null where nothing tells of it yet. */
  currency: z.string().nullable(),
  epoch: z.int().min(1),
  serverTime: instant,
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** A one-time code for one more till: of this store, of another store of the organisation, or of a new one. */
export const codeRequest = z.object({
  registerName: z.string().min(1).max(60),
  store: z.union([z.object({ id: uuid }), z.object({ name: z.string().min(1).max(80) })]).optional(),
});
export const codeAnswer = z.object({ code: z.string(), expiresAt: instant });

/** A store and its registers, of the caller's organisation. */
export const storesAnswer = z.object({
  stores: z.array(
    z.object({
      id: uuid,
      code: z.string(),
      name: z.string(),
      isOwn: z.boolean(),
      registers: z.array(
        z.object({
          id: uuid,
          code: z.string(),
          name: z.string(),
          enrolledAt: instant,
          lastSeenAt: instant.nullable(),
          revokedAt: instant.nullable(),
          isOwn: z.boolean(),
          /** Its streams, the newest first: to name who wrote an entry. */
          streams: z.array(uuid),
        }),
      ),
    }),
  ),
});
export type StoresAnswer = z.infer<typeof storesAnswer>;

export const holdRequest = z.object({
  /** The id of the sale that will spend the points: the hold ends with it. */
  holdId: uuid,
  customerId: uuid,
  points: z.int().min(1),
});
/** `balance`: what the customer has by the cloud's books, less what others hold. */
export const holdAnswer = z.object({
  state: z.enum(['held', 'refused', 'used']),
  balance: z.int(),
  expiresAt: instant.nullable(),
});
export type HoldAnswer = z.infer<typeof holdAnswer>;

export const review = z.object({
  id: uuid,
  stream: uuid,
  registerCode: z.string(),
  seq: z.int(),
  opId: uuid,
  kind: z.string(),
  at: z.string(),
  /** A code, and the same in plain words. */
  reason: z.string(),
  message: z.string(),
  state: z.enum(['open', 'accepted', 'set-aside']),
  note: z.string(),
  receivedAt: instant,
  decidedAt: instant.nullable(),
  body: z.string(),
});
export type Review = z.infer<typeof review>;
export const reviewsAnswer = z.object({ reviews: z.array(review), open: z.int().min(0) });
/** `accept`: it counts as it is. `set-aside`: it stays, and is left out of reports. `retry`: looked at once more. */
export const reviewDecision = z.object({
  action: z.enum(['accept', 'set-aside', 'retry']),
  note: z.string().max(300).default(''),
  /** Who decided, as the till names them. */
  by: z.string().max(80),
});

export const snapshotBegin = z.object({
  id: uuid,
  size: z.int().min(1),
  sha256: hash,
  /** Everything up to this position of the epoch is in it. */
  position: z.int().min(0),
  mark,
  epoch: z.int().min(1),
  /** The database's schema version. */
  schema: z.int().min(1),
});
/** `parts`: how many of `snapshotPartBytes` are there, from the first on without a gap. */
export const snapshotState = snapshotBegin.extend({
  parts: z.int().min(0),
  complete: z.boolean(),
  at: instant,
});
export type SnapshotState = z.infer<typeof snapshotState>;
export const snapshotAnswer = z.object({ snapshot: snapshotState.nullable() });

export const reportQuery = z.object({
  by: z.enum(['day', 'store', 'register', 'cashier', 'product']),
  from: z.iso.date(),
  to: z.iso.date(),
  /** `organisation`: all stores. */
  scope: z.enum(['store', 'organisation']).default('store'),
});
export const reportAnswer = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      sales: z.int(),
      quantityMilli: z.int(),
      totalMinor: z.int(),
      refundedMinor: z.int(),
      currency: z.string(),
    }),
  ),
});

/** What a signed file of entries brought: how far its stream is now, and how much of it was new. */
export const importAnswer = z.object({
  stream: uuid,
  last: z.int().min(0),
  head: hash,
  imported: z.int().min(0),
  known: z.int().min(0),
  forReview: z.int().min(0),
});

/** Every error of the cloud. */
export const cloudError = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** The claims of a register's token: EdDSA, `kid` and `iss` the register's id. It lives five minutes at most. */
export const tokenAudience = 'sukli-cloud';
export const mostTokenSeconds = 300;
