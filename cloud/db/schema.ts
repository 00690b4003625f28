/*
 * The cloud's tables. Instants are ISO 8601 texts, hashes hex texts, money integers in minor units. Keys begin with the
 * store, so that a distributed engine keeps a store's rows together.
 */

export type Migrations = { name: string; at: string };

export type Organisations = { id: string; name: string; stores: number; created_at: string };

export type Stores = {
  id: string;
  organisation_id: string;
  code: string;
  name: string;
  /** Of the newest entry; locked by a push until it commits, so that positions become visible in their order. */
  position: number;
  /** Drawn by chance for the newest push. */
  mark: number;
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

/**
 * `counted`: as it should be. `repeat`: known from another stream, no effect. `review`: kept, and somebody has to look.
 * `set-aside`: somebody looked and decided that it does not count.
 */
export type EntryState = 'counted' | 'repeat' | 'review' | 'set-aside';

export type Entries = {
  store_id: string;
  stream: string;
  seq: number;
  position: number;
  /** The same for all of one push: with the position it names this arrival, whatever backups are restored. */
  mark: number;
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

/** A sale or refund as reports count it: its goods. `lines`: `CountedLine`s in JSON; as text, which costs half to write. */
export type CountedDocuments = {
  store_id: string;
  id: string;
  kind: 'sale' | 'refund';
  op_id: string;
  register_id: string;
  receipt_number: string;
  cashier_id: string;
  /** Whose points it changed, and by how much. */
  customer_id: string | null;
  points: number;
  business_date: string;
  currency: string;
  total_minor: number;
  quantity_milli: number;
  lines: string;
};

export type VoidedSales = { store_id: string; order_id: string; op_id: string };

/** Points of no sale. Of one key the entry with the smallest `op_id` counts. */
export type CountedPoints = {
  store_id: string;
  customer_id: string;
  key: string;
  op_id: string;
  points: number;
};

export type MergedCustomers = { store_id: string; merged_id: string; customer_id: string; op_id: string };

/** Customers, and logins of theirs. `position`: of the entry that erased them. */
export type ErasedPeople = { store_id: string; id: string; position: number };

export type CountedNames = {
  store_id: string;
  kind: 'account' | 'product' | 'store';
  id: string;
  name: string;
  stamp: string;
};

/** Of the entry `seq` of the stream. `counts`: whether reports, balances and names have what the entry tells. */
export type Reviews = {
  store_id: string;
  id: string;
  stream: string;
  seq: number;
  register_id: string;
  reason: string;
  message: string;
  state: 'open' | 'accepted' | 'set-aside';
  counts: boolean;
  note: string;
  decided_by: string;
  decided_at: string | null;
  received_at: string;
};

/** `id`: that of the sale that will spend the points. */
export type PointsHolds = {
  store_id: string;
  id: string;
  customer_id: string;
  points: number;
  state: 'held' | 'released' | 'used';
  expires_at: string;
};

/** `parts`: how many are there, from the first on without a gap. */
export type Snapshots = {
  store_id: string;
  id: string;
  register_id: string;
  size: number;
  sha256: string;
  position: number;
  mark: number;
  epoch: number;
  schema: number;
  parts: number;
  complete: boolean;
  at: string;
};

export type SnapshotParts = { store_id: string; snapshot_id: string; n: number; bytes: Buffer };

export type Database = {
  migrations: Migrations;
  organisations: Organisations;
  stores: Stores;
  registers: Registers;
  enrolment_codes: EnrolmentCodes;
  streams: Streams;
  entries: Entries;
  counted_documents: CountedDocuments;
  voided_sales: VoidedSales;
  counted_points: CountedPoints;
  merged_customers: MergedCustomers;
  erased_people: ErasedPeople;
  counted_names: CountedNames;
  reviews: Reviews;
  points_holds: PointsHolds;
  snapshots: Snapshots;
  snapshot_parts: SnapshotParts;
};
