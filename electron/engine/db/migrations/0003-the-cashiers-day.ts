/**
 * Shifts that close, cash that moves, carts that wait, refunds, voids, approvals, and money that the shop owes or is
 * owed. Frozen once released.
 */
export const theCashiersDay = /* sql */ `
-- JSON objects of counted pieces by the worth of one, in minor units.
ALTER TABLE shifts ADD COLUMN float_pieces TEXT NOT NULL DEFAULT '{}';
ALTER TABLE shifts ADD COLUMN closed_at TEXT;
ALTER TABLE shifts ADD COLUMN closed_by_row_id INTEGER REFERENCES accounts (row_id);

-- The slips of cash moves, voids and payments on account share one series of numbers; Z reports have their own.
INSERT INTO series (name, letter, last_number) VALUES ('slip', '', 0), ('z-report', '', 0);

-- Who allowed an act of somebody: good for one act, once.
CREATE TABLE approvals (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  act TEXT NOT NULL,
  -- The id of the cart, sale or shift that it was given for.
  subject TEXT NOT NULL,
  -- Up to this, in the act's measure; null where there is nothing to measure.
  figure INTEGER,
  way TEXT NOT NULL CHECK (way IN ('own-pin', 'manager')),
  asked_by_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  approved_by_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  at TEXT NOT NULL,
  used_at TEXT,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;

CREATE TABLE cash_moves (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  shift_row_id INTEGER NOT NULL REFERENCES shifts (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'drop', 'no-sale')),
  amount_minor INTEGER NOT NULL,
  reason TEXT NOT NULL,
  slip_number INTEGER NOT NULL UNIQUE,
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  approval_row_id INTEGER REFERENCES approvals (row_id),
  at TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
CREATE INDEX cash_moves_by_shift ON cash_moves (shift_row_id, row_id);

-- Every count is kept; the last one before the close is the one that the Z report tells.
CREATE TABLE shift_counts (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  shift_row_id INTEGER NOT NULL REFERENCES shifts (row_id),
  number INTEGER NOT NULL,
  pieces TEXT NOT NULL,
  -- JSON: counted and expected by tender, and how the expected cash came about, as they were at this count.
  tenders TEXT NOT NULL,
  cash_minor INTEGER NOT NULL,
  expected_cash_minor INTEGER NOT NULL,
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  at TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq),
  UNIQUE (shift_row_id, number)
) STRICT;

-- facts: canonical JSON of everything on the report; blocks: the paper as it was first printed.
CREATE TABLE z_reports (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  shift_row_id INTEGER NOT NULL UNIQUE REFERENCES shifts (row_id),
  facts TEXT NOT NULL,
  blocks TEXT NOT NULL,
  signature TEXT NOT NULL,
  at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
CREATE INDEX z_reports_by_date ON z_reports (business_date);

-- Carts that have no number yet: the one in a cashier's hand, and those put aside. Not part of the books.
CREATE TABLE carts (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('in-hand', 'parked')),
  name TEXT NOT NULL,
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  -- Which screen has it in hand, as the screen names itself.
  screen TEXT NOT NULL,
  -- JSON: the lines as the journal tells of them; and the screen's own draft.
  lines TEXT NOT NULL,
  draft TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX carts_by_state ON carts (state, updated_at);

-- Lines taken out of carts, and quantities lowered, after they were rung up.
CREATE TABLE removed_lines (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  cart_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('removed', 'lowered')),
  shift_row_id INTEGER REFERENCES shifts (row_id),
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  product_row_id INTEGER REFERENCES products (row_id),
  name TEXT NOT NULL,
  quantity_milli INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  at TEXT NOT NULL,
  -- Put back by undo before the sale ended.
  restored_at TEXT,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
CREATE INDEX removed_lines_by_shift ON removed_lines (shift_row_id, row_id);
CREATE INDEX removed_lines_by_cart ON removed_lines (cart_id);

-- A balance that the shop owes (gift card, store credit) or is owed (on account: below zero what the customer owes).
CREATE TABLE credits (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('gift-card', 'store-credit', 'on-account')),
  -- What a gift card is found by, folded; it is on the card.
  code TEXT UNIQUE,
  customer_row_id INTEGER REFERENCES customers (row_id),
  balance_minor INTEGER NOT NULL DEFAULT 0,
  -- How far below zero an account may go; null: as in the settings.
  limit_minor INTEGER,
  -- The last business date on which a gift card is good.
  expires_on TEXT,
  blocked_at TEXT,
  -- Why, as whoever blocked it said.
  blocked_reason TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX credits_by_customer ON credits (customer_row_id, kind) WHERE customer_row_id IS NOT NULL;

CREATE TABLE credit_entries (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Names the entry for ever: the same key never counts twice.
  key TEXT NOT NULL UNIQUE,
  credit_row_id INTEGER NOT NULL REFERENCES credits (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('issued', 'spent', 'given-back', 'paid-off', 'adjusted', 'reversed')),
  amount_minor INTEGER NOT NULL,
  balance_after INTEGER NOT NULL,
  order_row_id INTEGER REFERENCES orders (row_id),
  refund_row_id INTEGER REFERENCES refunds (row_id),
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
CREATE INDEX credit_entries_by_credit ON credit_entries (credit_row_id, row_id);
CREATE INDEX credit_entries_by_order ON credit_entries (order_row_id) WHERE order_row_id IS NOT NULL;

-- What a customer pays off an account at the till: money that is not a sale's.
CREATE TABLE credit_payments (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  credit_row_id INTEGER NOT NULL REFERENCES credits (row_id),
  shift_row_id INTEGER NOT NULL REFERENCES shifts (row_id),
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'ewallet')),
  amount_minor INTEGER NOT NULL,
  reference TEXT NOT NULL,
  slip_number INTEGER NOT NULL UNIQUE,
  at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
CREATE INDEX credit_payments_by_shift ON credit_payments (shift_row_id);

-- refunded_minor: what all refunds of the sale came to. addendum_shift_row_id: the shift on whose Z report a sale stands
-- that belongs to none.
ALTER TABLE orders ADD COLUMN tip_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN discount_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN refunded_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN addendum_shift_row_id INTEGER REFERENCES shifts (row_id);
CREATE INDEX orders_by_addendum ON orders (addendum_shift_row_id) WHERE addendum_shift_row_id IS NOT NULL;
CREATE INDEX orders_without_shift ON orders (row_id) WHERE shift_row_id IS NULL AND addendum_shift_row_id IS NULL;

-- list_price_minor: what the catalogue asked; refunded_milli and refunded_minor: what came back of the line so far.
ALTER TABLE order_lines ADD COLUMN kind TEXT NOT NULL DEFAULT 'product' CHECK (kind IN ('product', 'ad-hoc', 'gift-card'));
ALTER TABLE order_lines ADD COLUMN list_price_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN price_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE order_lines ADD COLUMN line_discount_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN order_discount_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN discount_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE order_lines ADD COLUMN credit_row_id INTEGER REFERENCES credits (row_id);
ALTER TABLE order_lines ADD COLUMN refunded_milli INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN refunded_minor INTEGER NOT NULL DEFAULT 0;
UPDATE order_lines SET list_price_minor = unit_price_minor;

-- 'exchange': what came back pays for what is taken instead, in one settlement.
CREATE TABLE payments_next (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  order_row_id INTEGER NOT NULL REFERENCES orders (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'ewallet', 'online', 'gift-card', 'store-credit', 'points', 'on-account', 'exchange')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'completed', 'failed')),
  amount_minor INTEGER NOT NULL,
  tendered_minor INTEGER NOT NULL,
  change_minor INTEGER NOT NULL,
  reference TEXT NOT NULL,
  last4 TEXT NOT NULL,
  at TEXT NOT NULL,
  credit_row_id INTEGER REFERENCES credits (row_id)
) STRICT;
INSERT INTO payments_next SELECT *, NULL FROM payments;
DROP TABLE payments;
ALTER TABLE payments_next RENAME TO payments;
CREATE INDEX payments_by_order ON payments (order_row_id);
CREATE INDEX payments_by_reference ON payments (reference) WHERE reference <> '';

-- Figures of a refund are above zero: what came back. Its receipt number is of the same series as those of sales.
CREATE TABLE refunds (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Null: without a receipt.
  order_row_id INTEGER REFERENCES orders (row_id),
  -- The sale that it went into, of an exchange.
  exchange_order_row_id INTEGER REFERENCES orders (row_id),
  receipt_number TEXT NOT NULL UNIQUE,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  shift_row_id INTEGER NOT NULL REFERENCES shifts (row_id),
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
CREATE INDEX refunds_by_date ON refunds (business_date, row_id);
CREATE INDEX refunds_by_order ON refunds (order_row_id, row_id) WHERE order_row_id IS NOT NULL;
CREATE INDEX refunds_by_shift ON refunds (shift_row_id, row_id);
CREATE INDEX refunds_by_customer ON refunds (customer_row_id, row_id) WHERE customer_row_id IS NOT NULL;

CREATE TABLE refund_lines (
  refund_row_id INTEGER NOT NULL REFERENCES refunds (row_id),
  position INTEGER NOT NULL,
  line_id TEXT NOT NULL UNIQUE,
  -- The line of the sale that it gives back; null without a receipt.
  order_position INTEGER,
  product_row_id INTEGER REFERENCES products (row_id),
  name TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('each', 'kg')),
  quantity_milli INTEGER NOT NULL,
  unit_price_minor INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  tax_rates TEXT NOT NULL,
  restock INTEGER NOT NULL,
  PRIMARY KEY (refund_row_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund_taxes (
  refund_row_id INTEGER NOT NULL REFERENCES refunds (row_id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  rate_ppm INTEGER NOT NULL,
  compound INTEGER NOT NULL,
  base_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  PRIMARY KEY (refund_row_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund_payments (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  refund_row_id INTEGER NOT NULL REFERENCES refunds (row_id),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'ewallet', 'online', 'gift-card', 'store-credit', 'points', 'on-account', 'exchange')),
  amount_minor INTEGER NOT NULL,
  reference TEXT NOT NULL,
  credit_row_id INTEGER REFERENCES credits (row_id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX refund_payments_by_refund ON refund_payments (refund_row_id);

CREATE TABLE voids (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  order_row_id INTEGER NOT NULL UNIQUE REFERENCES orders (row_id),
  shift_row_id INTEGER NOT NULL REFERENCES shifts (row_id),
  account_row_id INTEGER NOT NULL REFERENCES accounts (row_id),
  approval_row_id INTEGER REFERENCES approvals (row_id),
  reason TEXT NOT NULL,
  slip_number INTEGER NOT NULL UNIQUE,
  at TEXT NOT NULL,
  journal_seq INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
CREATE INDEX voids_by_shift ON voids (shift_row_id);

-- blocks: the paper itself, as JSON, for what is not made anew from a sale. title: what the queue calls it.
CREATE TABLE print_jobs_next (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'copy', 'drawer', 'test', 'slip', 'x-report', 'z-report', 'refund', 'gift-card')),
  order_row_id INTEGER REFERENCES orders (row_id),
  title TEXT NOT NULL DEFAULT '',
  blocks TEXT,
  open_drawer INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'cancelled')),
  attempts INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  created_at TEXT NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  printed_at TEXT
) STRICT;
INSERT INTO print_jobs_next SELECT row_id, id, kind, order_row_id, '', NULL, open_drawer, state, attempts, last_error,
  created_at, next_attempt_at, printed_at FROM print_jobs;
DROP TABLE print_jobs;
ALTER TABLE print_jobs_next RENAME TO print_jobs;
CREATE INDEX print_jobs_waiting ON print_jobs (row_id) WHERE state IN ('waiting', 'printing');
CREATE INDEX print_jobs_by_order ON print_jobs (order_row_id) WHERE order_row_id IS NOT NULL;
`;
