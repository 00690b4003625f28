/**
 * Loyalty, promotions, and what the REST dialects need: logins of customers, tokens, placed orders and their payments.
 * Frozen once released.
 */
export const loyaltyAndDialects = /* sql */ `
-- A sale that was paid through the web while the till was closed belongs to no shift: the next Z lists it.
-- public_id is the integer by which the REST dialects name an order, placed or sold; both draw from one series.
CREATE TABLE orders_next (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  public_id INTEGER NOT NULL UNIQUE,
  source TEXT NOT NULL CHECK (source IN ('counter', 'web')),
  state TEXT NOT NULL CHECK (state IN ('paid', 'refunded', 'voided')),
  receipt_number TEXT NOT NULL UNIQUE,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  shift_row_id INTEGER REFERENCES shifts (row_id),
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
  points_spent INTEGER NOT NULL DEFAULT 0,
  points_balance_after INTEGER,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq),
  request_hash BLOB NOT NULL
) STRICT;
INSERT INTO orders_next SELECT row_id, id, row_id, 'counter', state, receipt_number, series, number, shift_row_id,
  account_row_id, customer_row_id, paid_at, business_date, currency, rules, tax_mode, item_count, gross_minor,
  discount_minor, net_minor, tax_minor, total_minor, cash_rounding_minor, paid_minor, change_minor, points_earned, 0,
  points_balance_after, journal_seq, request_hash FROM orders;
DROP TABLE orders;
ALTER TABLE orders_next RENAME TO orders;
CREATE INDEX orders_by_date ON orders (business_date, row_id, total_minor);
CREATE INDEX orders_by_customer ON orders (customer_row_id, row_id) WHERE customer_row_id IS NOT NULL;
CREATE INDEX orders_by_shift ON orders (shift_row_id, row_id);
CREATE INDEX orders_by_account ON orders (account_row_id, business_date, total_minor);
INSERT INTO series (name, letter, last_number) SELECT 'public-order', '', coalesce(max(row_id), 0) FROM orders;

ALTER TABLE order_lines ADD COLUMN promotion_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN reward_minor INTEGER NOT NULL DEFAULT 0;

-- 'online': through the web. Such money counts on the day of its placed payment, not on that of its sale.
CREATE TABLE payments_next (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  order_row_id INTEGER NOT NULL REFERENCES orders (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'ewallet', 'online', 'gift-card', 'store-credit', 'points', 'on-account')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'completed', 'failed')),
  amount_minor INTEGER NOT NULL,
  tendered_minor INTEGER NOT NULL,
  change_minor INTEGER NOT NULL,
  reference TEXT NOT NULL,
  last4 TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
INSERT INTO payments_next SELECT * FROM payments;
DROP TABLE payments;
ALTER TABLE payments_next RENAME TO payments;
CREATE INDEX payments_by_order ON payments (order_row_id);
CREATE INDEX payments_by_reference ON payments (reference) WHERE reference <> '';

ALTER TABLE products ADD COLUMN points_multiplier_ppm INTEGER NOT NULL DEFAULT 1000000;

-- first_name and last_name are as a web client gave them; name is what the shop shows. delivery_address is a JSON object.
ALTER TABLE customers ADD COLUMN first_name TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN last_name TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN postal_code TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN delivery_address TEXT NOT NULL DEFAULT '{}';
ALTER TABLE customers ADD COLUMN picture_row_id INTEGER REFERENCES pictures (row_id);
-- Null: the tier follows from the points that were ever earned.
ALTER TABLE customers ADD COLUMN tier_id TEXT;
ALTER TABLE customers ADD COLUMN points_earned_ever INTEGER NOT NULL DEFAULT 0;
-- Signed cards that expire up to this second (since 1970) are void; card_expires_at is the newest that was issued.
ALTER TABLE customers ADD COLUMN cards_void_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customers ADD COLUMN card_expires_at INTEGER NOT NULL DEFAULT 0;
UPDATE customers SET points_earned_ever = coalesce((SELECT sum(points) FROM points_entries
  WHERE points_entries.customer_row_id = customers.row_id AND kind = 'earned'), 0);

CREATE TABLE pictures (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  bytes BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- What a person signs in with besides the user name, as given at registration or in the profile.
ALTER TABLE accounts ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN email_fold TEXT;
ALTER TABLE accounts ADD COLUMN phone TEXT NOT NULL DEFAULT '';
CREATE INDEX accounts_by_email ON accounts (email_fold) WHERE email_fold IS NOT NULL;
CREATE INDEX accounts_by_email_text ON accounts (email) WHERE email <> '';
CREATE INDEX accounts_by_phone ON accounts (phone) WHERE phone <> '';
CREATE INDEX accounts_by_customer ON accounts (customer_row_id) WHERE customer_row_id IS NOT NULL;

-- 'till': the screens' own sessions, with rotation; 'token': SimpleJWT pairs; 'customer': tokens of dialect 002.
ALTER TABLE sessions ADD COLUMN kind TEXT NOT NULL DEFAULT 'till' CHECK (kind IN ('till', 'token', 'customer'));
CREATE INDEX sessions_by_hash ON sessions (refresh_hash) WHERE kind = 'customer';

-- Programs and devices of the shop that may use the counter routes with a key of their own.
CREATE TABLE devices (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  key_hash BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  last_seen_at TEXT,
  revoked_at TEXT
) STRICT;

CREATE TABLE promotions (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  effect TEXT NOT NULL,
  scope TEXT NOT NULL,
  audience TEXT NOT NULL,
  needs_code INTEGER NOT NULL,
  qr_code TEXT NOT NULL UNIQUE,
  coupon_code TEXT,
  coupon_fold TEXT UNIQUE,
  valid_from TEXT,
  valid_until TEXT,
  hours TEXT,
  minimum_spend_minor INTEGER NOT NULL,
  bonus_points INTEGER NOT NULL,
  combines INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  limit_per_customer INTEGER,
  limit_total INTEGER,
  is_active INTEGER NOT NULL,
  used_count INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX promotions_active ON promotions (is_active, priority, row_id);

CREATE TABLE promotion_redemptions (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  promotion_row_id INTEGER NOT NULL REFERENCES promotions (row_id),
  customer_row_id INTEGER REFERENCES customers (row_id),
  order_row_id INTEGER REFERENCES orders (row_id),
  placed_order_row_id INTEGER REFERENCES placed_orders (row_id),
  discount_minor INTEGER NOT NULL,
  points_awarded INTEGER NOT NULL,
  scanned_by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX promotion_redemptions_by_use ON promotion_redemptions (promotion_row_id, customer_row_id);
CREATE INDEX promotion_redemptions_by_order ON promotion_redemptions (order_row_id) WHERE order_row_id IS NOT NULL;
CREATE INDEX promotion_redemptions_by_time ON promotion_redemptions (at);

CREATE TABLE rewards (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  points INTEGER NOT NULL,
  effect TEXT NOT NULL,
  stock INTEGER,
  valid_from TEXT,
  valid_until TEXT,
  limit_per_customer INTEGER,
  is_active INTEGER NOT NULL,
  claimed_count INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE reward_claims (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reward_row_id INTEGER NOT NULL REFERENCES rewards (row_id),
  customer_row_id INTEGER NOT NULL REFERENCES customers (row_id),
  order_row_id INTEGER NOT NULL REFERENCES orders (row_id),
  points INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX reward_claims_by_use ON reward_claims (reward_row_id, customer_row_id);
CREATE INDEX reward_claims_by_order ON reward_claims (order_row_id);

ALTER TABLE points_entries ADD COLUMN promotion_row_id INTEGER REFERENCES promotions (row_id);
ALTER TABLE points_entries ADD COLUMN reward_row_id INTEGER REFERENCES rewards (row_id);
ALTER TABLE points_entries ADD COLUMN placed_order_row_id INTEGER REFERENCES placed_orders (row_id);
ALTER TABLE points_entries ADD COLUMN actor TEXT NOT NULL DEFAULT 'system';
-- The entry of the journal that tells of it. Until now only sales had any.
ALTER TABLE points_entries ADD COLUMN journal_seq INTEGER REFERENCES journal (seq);
UPDATE points_entries SET (journal_seq, actor) = (SELECT orders.journal_seq, accounts.id FROM orders
  JOIN accounts ON accounts.row_id = orders.account_row_id WHERE orders.row_id = points_entries.order_row_id)
  WHERE order_row_id IS NOT NULL;
CREATE INDEX points_entries_by_order ON points_entries (order_row_id) WHERE order_row_id IS NOT NULL;
CREATE INDEX points_entries_by_time ON points_entries (at, kind, points);

-- An order of the web until it is paid in full; then it is a sale, under the same id and public_id.
CREATE TABLE placed_orders (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  public_id INTEGER NOT NULL UNIQUE,
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  customer_row_id INTEGER REFERENCES customers (row_id),
  product_name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  price_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL,
  order_row_id INTEGER UNIQUE REFERENCES orders (row_id),
  placed_at TEXT NOT NULL
) STRICT;
CREATE INDEX placed_orders_by_account ON placed_orders (account_row_id, row_id);

CREATE TABLE placed_payments (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  placed_order_row_id INTEGER NOT NULL REFERENCES placed_orders (row_id),
  amount_minor INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'completed', 'failed')),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  -- The day that a completed payment counts on.
  business_date TEXT
) STRICT;
CREATE INDEX placed_payments_by_order ON placed_payments (placed_order_row_id);
CREATE INDEX placed_payments_by_date ON placed_payments (business_date) WHERE business_date IS NOT NULL;
`;
