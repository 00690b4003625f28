/*
 * The cloud's tables. Instants are ISO 8601 texts, hashes hex texts, money integers in minor units. Keys begin with the
 * store, so that a distributed engine keeps a store's rows together.
 */

export type Organisations = { id: string; name: string; stores: number; created_at: string };

export type Stores = {
  id: string;
  organisation_id: string;
  code: string;
  name: string;
  /** Of the newest entry; locked by a push until it commits, so that positions become visible in their order. */
  position: number;
  /** Grows when the database was restored from a backup: tills read everything again then. */
  epoch: number;
  /** How many registers there ever were. */
  registers: number;
  created_at: string;
};

export type Registers = {
  store_id: string;
  id: string;
  number: number;
  code: string;
  name: string;
  /** 32 bytes of Ed25519, base64url. */
  public_key: string;
  enrolled_at: string;
  last_seen_at: string | null;
  revoked_at: string | null;
};

export type EnrolmentCodes = {
  /** SHA-256 of the code. */
  code_hash: string;
  store_id: string;
  register_name: string;
  expires_at: string;
  used_by: string | null;
};

export type Streams = {
  store_id: string;
  id: string;
  register_id: string;
  parent: string | null;
  /** Number and hash of the parent's entry that this stream goes on after; 0 and zeros for a first life. */
  base_seq: number;
  base_head: string;
  last: number;
  head: string;
  created_at: string;
};

/** `counted`: as it should be. `repeat`: known from another stream, no effect. `review`: kept, and somebody has to look. */
export type EntryState = 'counted' | 'repeat' | 'review';

export type Entries = {
  store_id: string;
  stream: string;
  seq: number;
  position: number;
  op_id: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  business_date: string;
  actor: string;
  body: string;
  hash: string;
  salt: string | null;
  part: string | null;
  /** Bytes of body and part. */
  size: number;
  /** The total of a sale or refund; null for all other kinds, and where it cannot be read. */
  total_minor: number | null;
  received_at: string;
  state: EntryState;
};

export type Database = {
  organisations: Organisations;
  stores: Stores;
  registers: Registers;
  enrolment_codes: EnrolmentCodes;
  streams: Streams;
  entries: Entries;
};
