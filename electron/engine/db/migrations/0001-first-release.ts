/** The first released schema. Frozen: later changes are migrations of their own. */
export const firstRelease = /* sql */ `
CREATE TABLE identity (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  writer TEXT NOT NULL,
  store_code TEXT NOT NULL,
  register_code TEXT NOT NULL,
  demo INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  section TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Gap-free numbers, taken inside the commit that uses them.
CREATE TABLE series (
  name TEXT PRIMARY KEY,
  letter TEXT NOT NULL,
  last_number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  op_id TEXT NOT NULL UNIQUE,
  writer TEXT NOT NULL,
  kind TEXT NOT NULL,
  v INTEGER NOT NULL,
  at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  actor TEXT NOT NULL,
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  -- Last, since it is long: what is read at every entry stays on the row's first page.
  body TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_kind ON journal (kind, seq);
CREATE INDEX journal_by_date ON journal (business_date, kind);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

-- Personal fields of entries, kept apart so that they can be erased while the chain still verifies.
CREATE TABLE journal_personal (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  salt BLOB NOT NULL,
  part TEXT NOT NULL
) STRICT;

CREATE TABLE accounts (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  username TEXT NOT NULL UNIQUE,
  username_fold TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  search_text TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN ('customer', 'staff', 'admin')),
  status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
  password_hash TEXT NOT NULL,
  pin_hash TEXT,
  pin_key TEXT UNIQUE,
  customer_row_id INTEGER REFERENCES customers (row_id),
  session_epoch INTEGER NOT NULL DEFAULT 0,
  last_sign_in_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  epoch INTEGER NOT NULL DEFAULT 0,
  refresh_hash BLOB NOT NULL,
  previous_hash BLOB,
  rotated_at TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT,
  ended_because TEXT
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_row_id, expires_at);

CREATE TABLE throttles (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  blocked_until INTEGER NOT NULL,
  last_failure_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX throttles_by_failure ON throttles (last_failure_at);

CREATE TABLE categories (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL UNIQUE,
  colour TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE products (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sku TEXT UNIQUE,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  category_row_id INTEGER REFERENCES categories (row_id),
  price_minor INTEGER NOT NULL,
  tax_class_id TEXT,
  unit TEXT NOT NULL CHECK (unit IN ('each', 'kg')),
  tracks_stock INTEGER NOT NULL,
  on_hand_milli INTEGER NOT NULL DEFAULT 0,
  low_stock_milli INTEGER,
  favourite_position INTEGER,
  archived INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX products_by_name ON products (archived, name_fold);
CREATE INDEX products_by_price ON products (archived, price_minor);
CREATE INDEX products_by_category ON products (category_row_id, archived, name_fold);
CREATE INDEX products_by_on_hand ON products (archived, on_hand_milli);
CREATE INDEX products_by_update ON products (archived, updated_at);
CREATE INDEX products_favourite ON products (favourite_position) WHERE favourite_position IS NOT NULL;

CREATE TABLE barcodes (
  code TEXT PRIMARY KEY,
  product_row_id INTEGER NOT NULL REFERENCES products (row_id),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX barcodes_by_product ON barcodes (product_row_id, position);

-- The words of each product's name, SKU and barcodes. Its rowid holds the order in which hits are wanted, so that no
-- search has to sort: catalog/search-key.ts. Kept by the catalogue's own writes.
CREATE VIRTUAL TABLE product_search USING fts5 (text, tokenize = 'trigram', detail = 'none', content = '', contentless_delete = 1);

CREATE TABLE stock_movements (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  product_row_id INTEGER NOT NULL REFERENCES products (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'receive', 'count', 'adjust', 'opening')),
  quantity_milli INTEGER NOT NULL,
  reason TEXT NOT NULL,
  order_row_id INTEGER REFERENCES orders (row_id),
  account_row_id INTEGER REFERENCES accounts (row_id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX stock_movements_by_product ON stock_movements (product_row_id, row_id);

CREATE TABLE product_imports (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('checking', 'ready', 'refused', 'applying', 'done', 'cancelled')),
  account_row_id INTEGER REFERENCES accounts (row_id),
  rows_total INTEGER NOT NULL DEFAULT 0,
  rows_checked INTEGER NOT NULL DEFAULT 0,
  rows_applied INTEGER NOT NULL DEFAULT 0,
  to_create INTEGER NOT NULL DEFAULT 0,
  to_update INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  problem_count INTEGER NOT NULL DEFAULT 0,
  problems TEXT NOT NULL DEFAULT '[]',
  warnings TEXT NOT NULL DEFAULT '[]',
  started_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

-- The checked rows of an import that waits or runs, in chunks of canonical JSON; emptied when it is done.
CREATE TABLE product_import_chunks (
  import_row_id INTEGER NOT NULL REFERENCES product_imports (row_id),
  chunk INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  rows TEXT NOT NULL,
  PRIMARY KEY (import_row_id, chunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  phone TEXT NOT NULL,
  phone_key TEXT UNIQUE,
  email TEXT NOT NULL,
  email_fold TEXT UNIQUE,
  address TEXT NOT NULL,
  birthday TEXT,
  notes TEXT NOT NULL,
  qr_code TEXT NOT NULL UNIQUE,
  points_balance INTEGER NOT NULL DEFAULT 0,
  visits INTEGER NOT NULL DEFAULT 0,
  spent_minor INTEGER NOT NULL DEFAULT 0,
  last_visit_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX customers_by_name ON customers (name_fold);
CREATE INDEX customers_by_code ON customers (length(code), code);
CREATE INDEX customers_by_visit ON customers (last_visit_at);
CREATE INDEX customers_by_points ON customers (points_balance);
CREATE VIRTUAL TABLE customer_search USING fts5 (text, tokenize = 'trigram', detail = 'none', content = '', contentless_delete = 1);

CREATE TABLE shifts (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at TEXT NOT NULL,
  opened_by_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  float_minor INTEGER NOT NULL,
  business_date TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX shifts_one_open ON shifts (state) WHERE state = 'open';

CREATE TABLE orders (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('paid', 'refunded', 'voided')),
  receipt_number TEXT NOT NULL UNIQUE,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  shift_row_id INTEGER NOT NULL REFERENCES shifts (row_id),
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  customer_row_id INTEGER REFERENCES customers (row_id),
  paid_at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  currency TEXT NOT NULL,
  rules TEXT NOT NULL,
  tax_mode TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  cash_rounding_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL,
  change_minor INTEGER NOT NULL,
  points_earned INTEGER NOT NULL,
  points_balance_after INTEGER,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq),
  request_hash BLOB NOT NULL
) STRICT;
CREATE INDEX orders_by_date ON orders (business_date, row_id);
CREATE INDEX orders_by_customer ON orders (customer_row_id, row_id) WHERE customer_row_id IS NOT NULL;
CREATE INDEX orders_by_shift ON orders (shift_row_id, row_id);
CREATE INDEX orders_by_account ON orders (account_row_id, business_date, total_minor);

CREATE TABLE order_lines (
  order_row_id INTEGER NOT NULL REFERENCES orders (row_id),
  position INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  product_row_id INTEGER REFERENCES products (row_id),
  name TEXT NOT NULL,
  sku TEXT,
  barcode TEXT,
  unit TEXT NOT NULL,
  quantity_milli INTEGER NOT NULL,
  unit_price_minor INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  tax_rates TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (order_row_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_taxes (
  order_row_id INTEGER NOT NULL REFERENCES orders (row_id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  rate_ppm INTEGER NOT NULL,
  compound INTEGER NOT NULL,
  base_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  PRIMARY KEY (order_row_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  order_row_id INTEGER NOT NULL REFERENCES orders (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'ewallet', 'gift-card', 'store-credit', 'points', 'on-account')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'completed', 'failed')),
  amount_minor INTEGER NOT NULL,
  tendered_minor INTEGER NOT NULL,
  change_minor INTEGER NOT NULL,
  reference TEXT NOT NULL,
  last4 TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX payments_by_order ON payments (order_row_id);
CREATE INDEX payments_by_reference ON payments (reference) WHERE reference <> '';

CREATE TABLE points_entries (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  customer_row_id INTEGER NOT NULL REFERENCES customers (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('earned', 'redeemed', 'expired', 'adjusted', 'bonus', 'reversed')),
  points INTEGER NOT NULL,
  balance_after INTEGER NOT NULL,
  description TEXT NOT NULL,
  order_row_id INTEGER REFERENCES orders (row_id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX points_entries_by_customer ON points_entries (customer_row_id, row_id);

CREATE TABLE print_jobs (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'copy', 'drawer', 'test')),
  order_row_id INTEGER REFERENCES orders (row_id),
  open_drawer INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'cancelled')),
  attempts INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  created_at TEXT NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  printed_at TEXT
) STRICT;
CREATE INDEX print_jobs_waiting ON print_jobs (row_id) WHERE state IN ('waiting', 'printing');
CREATE INDEX print_jobs_by_order ON print_jobs (order_row_id) WHERE order_row_id IS NOT NULL;
`;
