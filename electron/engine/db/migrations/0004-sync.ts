/** Several tills: entries of others beside one's own, how far the cloud has them, and what waits for something. */
export const sync = /* sql */ `
-- Entries of other streams are numbered -1, -2, ... in the order of their arrival; one's own 1, 2, ... as ever.
ALTER TABLE journal ADD COLUMN stream TEXT;
ALTER TABLE journal ADD COLUMN stream_seq INTEGER;
ALTER TABLE journal ADD COLUMN position INTEGER;
CREATE UNIQUE INDEX journal_by_stream ON journal (stream, stream_seq) WHERE stream IS NOT NULL;

-- Entries of others that could not take effect yet: what they refer to is not here, or this program is too old.
CREATE TABLE waiting_entries (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  because TEXT NOT NULL CHECK (because IN ('waits', 'unknown')),
  since TEXT NOT NULL
) STRICT;

-- The lives of this database file: each writer's own entries follow after base_seq.
CREATE TABLE lives (
  row_id INTEGER PRIMARY KEY,
  writer TEXT NOT NULL UNIQUE,
  base_seq INTEGER NOT NULL,
  base_hash BLOB NOT NULL,
  because TEXT NOT NULL CHECK (because IN ('first', 'restored', 'forked')),
  began_at TEXT NOT NULL,
  -- Whether how far this life came is remembered outside the database: if that memory is gone, this is a copy.
  marked INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO lives (writer, base_seq, base_hash, because, began_at)
  SELECT writer, 0, zeroblob(32), 'first', created_at FROM identity;

-- The cloud that this till belongs to; no row before it joined one.
CREATE TABLE link (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  url TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  organisation_name TEXT NOT NULL,
  store_id TEXT NOT NULL,
  store_name TEXT NOT NULL,
  register_id TEXT NOT NULL,
  register_number INTEGER NOT NULL,
  register_name TEXT NOT NULL,
  joined_at TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  -- The last own entry that the cloud has confirmed, and its hash.
  acked_seq INTEGER NOT NULL DEFAULT 0,
  acked_hash BLOB NOT NULL,
  -- The position up to which all of the others' entries are here.
  cursor INTEGER NOT NULL DEFAULT 0,
  -- What the cloud drew for the entry there: another one there proves that the cloud was restored.
  cursor_mark INTEGER NOT NULL DEFAULT 0,
  -- The newest of one's own streams that the cloud knows; another life has its own begun first.
  stream TEXT NOT NULL,
  last_success_at TEXT
) STRICT;

-- The registers of the store, and whose streams are whose.
CREATE TABLE registers (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE streams (
  stream TEXT PRIMARY KEY,
  register_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The latest stamp that this till made or saw, and the stamp of every field that was changed since its record was made.
CREATE TABLE stamp_clock (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  last TEXT NOT NULL
) STRICT;
CREATE TABLE field_stamps (
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (entity, id, field)
) STRICT, WITHOUT ROWID;

-- Keys that two records claim: the oldest holds it, the others wait here until it lets go.
CREATE TABLE waiting_keys (
  space TEXT NOT NULL,
  key TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  -- Among the keys of its record.
  position INTEGER NOT NULL,
  PRIMARY KEY (space, key, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_keys_by_entity ON waiting_keys (entity_id);

-- The public halves of the keys that sign customers' cards, of every till of the shop.
CREATE TABLE card_keys (
  kid TEXT PRIMARY KEY,
  public_text TEXT NOT NULL,
  register_code TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One person who was made twice goes on as the other; one who was erased keeps the figures alone.
ALTER TABLE customers ADD COLUMN merged_into_row_id INTEGER REFERENCES customers (row_id);
ALTER TABLE customers ADD COLUMN erased_at TEXT;
CREATE INDEX customers_merged ON customers (merged_into_row_id) WHERE merged_into_row_id IS NOT NULL;
CREATE INDEX customers_gone ON customers (row_id) WHERE merged_into_row_id IS NOT NULL OR erased_at IS NOT NULL;

-- What other tills did belongs to no shift here, and their slips have numbers of their own. Two copies of one till may
-- both have voided a sale.
CREATE TABLE refunds_next (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Null: without a receipt.
  order_row_id INTEGER REFERENCES orders (row_id),
  -- The sale that it went into, of an exchange.
  exchange_order_row_id INTEGER REFERENCES orders (row_id),
  receipt_number TEXT NOT NULL UNIQUE,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  shift_row_id INTEGER REFERENCES shifts (row_id),
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  customer_row_id INTEGER REFERENCES customers (row_id),
  reason TEXT NOT NULL,
  refunded_at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  currency TEXT NOT NULL,
  rules TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  cash_rounding_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL,
  points_taken INTEGER NOT NULL,
  points_given INTEGER NOT NULL,
  points_balance_after INTEGER,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq),
  request_hash BLOB NOT NULL
) STRICT;
INSERT INTO refunds_next SELECT * FROM refunds;
DROP TABLE refunds;
ALTER TABLE refunds_next RENAME TO refunds;
CREATE INDEX refunds_by_date ON refunds (business_date, row_id);
CREATE INDEX refunds_by_order ON refunds (order_row_id, row_id) WHERE order_row_id IS NOT NULL;
CREATE INDEX refunds_by_shift ON refunds (shift_row_id, row_id) WHERE shift_row_id IS NOT NULL;
CREATE INDEX refunds_by_customer ON refunds (customer_row_id, row_id) WHERE customer_row_id IS NOT NULL;
CREATE TABLE voids_next (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  order_row_id INTEGER NOT NULL REFERENCES orders (row_id),
  shift_row_id INTEGER REFERENCES shifts (row_id),
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  approval_row_id INTEGER REFERENCES approvals (row_id),
  reason TEXT NOT NULL,
  slip_number INTEGER NOT NULL,
  at TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
INSERT INTO voids_next SELECT * FROM voids;
DROP TABLE voids;
ALTER TABLE voids_next RENAME TO voids;
CREATE UNIQUE INDEX voids_own_slips ON voids (slip_number) WHERE journal_seq > 0;
CREATE INDEX voids_by_order ON voids (order_row_id, id);
CREATE INDEX voids_by_shift ON voids (shift_row_id) WHERE shift_row_id IS NOT NULL;
CREATE TABLE credit_payments_next (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  credit_row_id INTEGER NOT NULL REFERENCES credits (row_id),
  shift_row_id INTEGER REFERENCES shifts (row_id),
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'ewallet')),
  amount_minor INTEGER NOT NULL,
  reference TEXT NOT NULL,
  slip_number INTEGER NOT NULL,
  at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
INSERT INTO credit_payments_next SELECT * FROM credit_payments;
DROP TABLE credit_payments;
ALTER TABLE credit_payments_next RENAME TO credit_payments;
CREATE UNIQUE INDEX credit_payments_own_slips ON credit_payments (slip_number) WHERE journal_seq > 0;
CREATE INDEX credit_payments_by_shift ON credit_payments (shift_row_id) WHERE shift_row_id IS NOT NULL;
DROP INDEX orders_without_shift;
CREATE INDEX orders_without_shift ON orders (row_id)
  WHERE shift_row_id IS NULL AND addendum_shift_row_id IS NULL AND journal_seq > 0;

-- The entry of the journal that tells of it; null on what was taken before this version.
ALTER TABLE promotion_redemptions ADD COLUMN journal_seq INTEGER REFERENCES journal (seq);

-- A gift card of another till is known by the hash of its code alone: hexadecimal SHA-256; its code is null here.
ALTER TABLE credits ADD COLUMN code_hash TEXT;
CREATE INDEX credits_by_code_hash ON credits (code_hash) WHERE code_hash IS NOT NULL;
-- A customer has one credit of a kind: where two tills opened one each, it goes by the smaller id, and the other leads to it.
CREATE TABLE credit_aliases (
  id TEXT PRIMARY KEY,
  credit_row_id INTEGER NOT NULL REFERENCES credits (row_id)
) STRICT, WITHOUT ROWID;
`;
