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
  began_at TEXT NOT NULL
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
  -- Whether the cloud knows the stream of this life already.
  stream_known INTEGER NOT NULL DEFAULT 1,
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
`;
