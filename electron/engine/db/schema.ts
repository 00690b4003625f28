import type { Generated } from 'kysely';
import type { Act } from '../../../shared/domain/acts.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';

export type IdentityTable = {
  only: number;
  writer: string;
  store_code: string;
  register_code: string;
  demo: number;
  created_at: string;
};

export type SettingsTable = {
  section: string;
  value: string;
  updated_at: string;
};

export type SeriesTable = {
  name: string;
  letter: string;
  last_number: number;
};

export type JournalTable = {
  seq: number;
  op_id: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  business_date: string;
  actor: string;
  body: string;
  prev_hash: Uint8Array;
  hash: Uint8Array;
  /** Null on one's own entries, whose `seq` is above zero. */
  stream: Generated<string | null>;
  stream_seq: Generated<number | null>;
  position: Generated<number | null>;
};

export type JournalPersonalTable = {
  seq: number;
  salt: Uint8Array;
  part: string;
};

export type WaitingEntriesTable = { seq: number; because: 'waits' | 'unknown'; since: string };

export type LivesTable = {
  row_id: Generated<number>;
  writer: string;
  base_seq: number;
  base_hash: Uint8Array;
  because: 'first' | 'restored' | 'forked';
  began_at: string;
  marked: Generated<number>;
};

export type LinkTable = {
  only: number;
  url: string;
  organisation_id: string;
  organisation_name: string;
  store_id: string;
  store_name: string;
  register_id: string;
  register_number: number;
  register_name: string;
  joined_at: string;
  epoch: number;
  acked_seq: Generated<number>;
  acked_hash: Uint8Array;
  cursor: Generated<number>;
  cursor_mark: Generated<number>;
  stream: string;
  last_success_at: Generated<string | null>;
};

export type RegistersTable = { id: string; code: string; name: string; revoked_at: string | null };
export type StreamsTable = { stream: string; register_id: string };

export type StampClockTable = { only: number; last: string };
export type FieldStampsTable = { entity: string; id: string; field: string; stamp: string };
export type WaitingKeysTable = { space: string; key: string; entity_id: string; position: number };
export type CardKeysTable = { kid: string; public_text: string; register_code: string };

export type AccountsTable = {
  row_id: Generated<number>;
  id: string;
  username: string;
  username_fold: string;
  display_name: string;
  /** The folded user name and display name, for search. */
  search_text: Generated<string>;
  role: 'customer' | 'staff' | 'admin';
  status: 'active' | 'disabled';
  password_hash: string;
  pin_hash: string | null;
  pin_key: string | null;
  customer_row_id: number | null;
  session_epoch: Generated<number>;
  last_sign_in_at: string | null;
  created_at: string;
  updated_at: string;
  /** What the person signs in with besides the user name; `email_fold` is how it is found. */
  email: Generated<string>;
  email_fold: Generated<string | null>;
  phone: Generated<string>;
};

export type SessionsTable = {
  row_id: Generated<number>;
  id: string;
  account_row_id: number;
  /** The `session_epoch` of the account that this session is good for. */
  epoch: Generated<number>;
  refresh_hash: Uint8Array;
  previous_hash: Uint8Array | null;
  rotated_at: string | null;
  created_at: string;
  expires_at: string;
  ended_at: string | null;
  ended_because: string | null;
  kind: Generated<'till' | 'token' | 'customer'>;
};

export type DevicesTable = {
  row_id: Generated<number>;
  id: string;
  name: string;
  key_hash: Uint8Array;
  created_at: string;
  last_seen_at: string | null;
  revoked_at: string | null;
};

export type PicturesTable = {
  row_id: Generated<number>;
  id: string;
  media_type: 'image/png' | 'image/jpeg' | 'image/webp';
  bytes: Uint8Array;
  created_at: string;
};

export type ThrottlesTable = {
  subject: string;
  failures: number;
  blocked_until: number;
  last_failure_at: number;
};

export type CategoriesTable = {
  row_id: Generated<number>;
  id: string;
  name: string;
  name_fold: string;
  colour: string;
  position: number;
};

export type ProductsTable = {
  row_id: Generated<number>;
  id: string;
  sku: string | null;
  name: string;
  name_fold: string;
  category_row_id: number | null;
  price_minor: number;
  tax_class_id: string | null;
  unit: 'each' | 'kg';
  tracks_stock: number;
  on_hand_milli: Generated<number>;
  low_stock_milli: number | null;
  favourite_position: number | null;
  archived: Generated<number>;
  created_at: string;
  updated_at: string;
  points_multiplier_ppm: Generated<number>;
};

export type BarcodesTable = {
  code: string;
  product_row_id: number;
  position: number;
};

export type StockMovementsTable = {
  row_id: Generated<number>;
  id: string;
  product_row_id: number;
  kind: 'sale' | 'refund' | 'receive' | 'count' | 'adjust' | 'opening';
  quantity_milli: number;
  reason: string;
  order_row_id: number | null;
  account_row_id: number | null;
  at: string;
};

export type ProductImportsTable = {
  row_id: Generated<number>;
  id: string;
  file_name: string;
  state: 'checking' | 'ready' | 'refused' | 'applying' | 'done' | 'cancelled';
  account_row_id: number | null;
  rows_total: Generated<number>;
  rows_checked: Generated<number>;
  rows_applied: Generated<number>;
  to_create: Generated<number>;
  to_update: Generated<number>;
  unchanged: Generated<number>;
  problem_count: Generated<number>;
  problems: Generated<string>;
  warnings: Generated<string>;
  started_at: string;
  finished_at: string | null;
};

export type ProductImportChunksTable = {
  import_row_id: number;
  chunk: number;
  row_count: number;
  rows: string;
};

export type CustomersTable = {
  row_id: Generated<number>;
  id: string;
  code: string;
  name: string;
  name_fold: string;
  phone: string;
  phone_key: string | null;
  email: string;
  email_fold: string | null;
  address: string;
  birthday: string | null;
  notes: string;
  qr_code: string;
  points_balance: Generated<number>;
  visits: Generated<number>;
  spent_minor: Generated<number>;
  last_visit_at: string | null;
  created_at: string;
  updated_at: string;
  first_name: Generated<string>;
  last_name: Generated<string>;
  postal_code: Generated<string>;
  /** A JSON object, as a web client gave it. */
  delivery_address: Generated<string>;
  picture_row_id: Generated<number | null>;
  /** Null: the tier follows from `points_earned_ever`. */
  tier_id: Generated<string | null>;
  points_earned_ever: Generated<number>;
  /** Signed cards that expire up to this second since 1970 are void. */
  cards_void_to: Generated<number>;
  card_expires_at: Generated<number>;
  merged_into_row_id: Generated<number | null>;
  erased_at: Generated<string | null>;
};

export type ShiftsTable = {
  row_id: Generated<number>;
  id: string;
  number: number;
  state: 'open' | 'closed';
  opened_at: string;
  opened_by_row_id: number;
  float_minor: number;
  business_date: string;
  /** JSON: counted pieces by the worth of one, in minor units. */
  float_pieces: Generated<string>;
  closed_at: Generated<string | null>;
  closed_by_row_id: Generated<number | null>;
};

export type ApprovalsTable = {
  row_id: Generated<number>;
  id: string;
  act: Act;
  /** The id of the cart, sale or shift that it was given for. */
  subject: string;
  /** Up to this, in the act's measure; null where there is nothing to measure. */
  figure: number | null;
  way: 'own-pin' | 'manager';
  asked_by_row_id: number;
  approved_by_row_id: number;
  at: string;
  used_at: Generated<string | null>;
  journal_seq: number;
};

export type CashMovesTable = {
  row_id: Generated<number>;
  id: string;
  shift_row_id: number;
  kind: 'in' | 'out' | 'drop' | 'no-sale';
  amount_minor: number;
  reason: string;
  slip_number: number;
  account_row_id: number;
  approval_row_id: number | null;
  at: string;
  journal_seq: number;
};

export type ShiftCountsTable = {
  row_id: Generated<number>;
  id: string;
  shift_row_id: number;
  number: number;
  pieces: string;
  /** JSON: counted and expected by tender, and how the expected cash came about, as they were at this count. */
  tenders: string;
  cash_minor: number;
  expected_cash_minor: number;
  account_row_id: number;
  at: string;
  journal_seq: number;
};

export type ZReportsTable = {
  row_id: Generated<number>;
  id: string;
  number: number;
  shift_row_id: number;
  /** Canonical JSON of everything on the report. */
  facts: string;
  /** JSON: the paper as it was first printed. */
  blocks: string;
  signature: string;
  at: string;
  /** That of its shift, also when it closes after midnight. */
  business_date: string;
  journal_seq: number;
};

/** Working state, not part of the books: carts that have no number yet. */
export type CartsTable = {
  row_id: Generated<number>;
  id: string;
  state: 'in-hand' | 'parked';
  name: string;
  account_row_id: number;
  screen: string;
  lines: string;
  draft: string;
  item_count: number;
  total_minor: number;
  created_at: string;
  updated_at: string;
};

export type RemovedLinesTable = {
  row_id: Generated<number>;
  id: string;
  cart_id: string;
  line_id: string;
  kind: 'removed' | 'lowered';
  shift_row_id: number | null;
  account_row_id: number;
  product_row_id: number | null;
  name: string;
  quantity_milli: number;
  amount_minor: number;
  at: string;
  restored_at: Generated<string | null>;
  journal_seq: number;
};

export type CreditsTable = {
  row_id: Generated<number>;
  id: string;
  kind: 'gift-card' | 'store-credit' | 'on-account';
  code: string | null;
  customer_row_id: number | null;
  /** What the shop owes; below zero what the customer owes. */
  balance_minor: Generated<number>;
  limit_minor: Generated<number | null>;
  /** The last business date on which it is good. */
  expires_on: Generated<string | null>;
  blocked_at: Generated<string | null>;
  blocked_reason: Generated<string>;
  created_at: string;
  /** Of a gift card that another till sold, whose code is not here. */
  code_hash: Generated<string | null>;
};

export type CreditAliasesTable = { id: string; credit_row_id: number };

export type CreditEntriesTable = {
  row_id: Generated<number>;
  id: string;
  key: string;
  credit_row_id: number;
  kind: 'issued' | 'spent' | 'given-back' | 'paid-off' | 'adjusted' | 'reversed';
  amount_minor: number;
  balance_after: number;
  order_row_id: number | null;
  refund_row_id: number | null;
  reason: string;
  actor: string;
  at: string;
  journal_seq: number;
};

export type CreditPaymentsTable = {
  row_id: Generated<number>;
  id: string;
  credit_row_id: number;
  /** Null: of another till. */
  shift_row_id: number | null;
  account_row_id: number;
  kind: 'cash' | 'card' | 'ewallet';
  amount_minor: number;
  reference: string;
  slip_number: number;
  at: string;
  business_date: string;
  journal_seq: number;
};

export type RefundsTable = {
  row_id: Generated<number>;
  id: string;
  /** Null: without a receipt. */
  order_row_id: number | null;
  /** The sale that it went into, of an exchange. */
  exchange_order_row_id: number | null;
  receipt_number: string;
  series: string;
  number: number;
  /** Null: of another till. */
  shift_row_id: number | null;
  account_row_id: number;
  customer_row_id: number | null;
  reason: string;
  refunded_at: string;
  business_date: string;
  currency: string;
  rules: string;
  item_count: number;
  gross_minor: number;
  discount_minor: number;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  cash_rounding_minor: number;
  paid_minor: number;
  points_taken: number;
  points_given: number;
  points_balance_after: number | null;
  journal_seq: number;
  request_hash: Uint8Array;
};

export type RefundLinesTable = {
  refund_row_id: number;
  position: number;
  line_id: string;
  /** The line of the sale that it gives back; null without a receipt. */
  order_position: number | null;
  product_row_id: number | null;
  name: string;
  unit: 'each' | 'kg';
  quantity_milli: number;
  unit_price_minor: number;
  gross_minor: number;
  discount_minor: number;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  tax_rates: string;
  restock: number;
};

export type RefundTaxesTable = {
  refund_row_id: number;
  position: number;
  name: string;
  rate_ppm: number;
  compound: number;
  base_minor: number;
  tax_minor: number;
};

export type RefundPaymentsTable = {
  row_id: Generated<number>;
  id: string;
  refund_row_id: number;
  kind: TenderKind;
  amount_minor: number;
  reference: string;
  credit_row_id: number | null;
  at: string;
};

export type VoidsTable = {
  row_id: Generated<number>;
  id: string;
  order_row_id: number;
  /** Null: of another till. */
  shift_row_id: number | null;
  account_row_id: number;
  approval_row_id: number | null;
  reason: string;
  slip_number: number;
  at: string;
  journal_seq: number;
};

export type OrdersTable = {
  row_id: Generated<number>;
  id: string;
  /** The integer by which the REST dialects name the order. */
  public_id: number;
  source: 'counter' | 'web';
  state: 'paid' | 'refunded' | 'voided';
  receipt_number: string;
  series: string;
  number: number;
  /** Null for a sale that was paid through the web while no shift was open. */
  shift_row_id: number | null;
  account_row_id: number;
  customer_row_id: number | null;
  paid_at: string;
  business_date: string;
  currency: string;
  rules: string;
  tax_mode: string;
  item_count: number;
  gross_minor: number;
  discount_minor: number;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  cash_rounding_minor: number;
  paid_minor: number;
  change_minor: number;
  points_earned: number;
  points_spent: Generated<number>;
  points_balance_after: number | null;
  journal_seq: number;
  request_hash: Uint8Array;
  tip_minor: Generated<number>;
  discount_reason: Generated<string>;
  /** What all refunds of the sale came to. */
  refunded_minor: Generated<number>;
  /** The shift on whose Z report a sale stands that belongs to none. */
  addendum_shift_row_id: Generated<number | null>;
};

export type OrderLinesTable = {
  order_row_id: number;
  position: number;
  line_id: string;
  product_row_id: number | null;
  name: string;
  sku: string | null;
  barcode: string | null;
  unit: 'each' | 'kg';
  quantity_milli: number;
  unit_price_minor: number;
  gross_minor: number;
  discount_minor: number;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  tax_rates: string;
  note: string;
  promotion_minor: Generated<number>;
  reward_minor: Generated<number>;
  kind: Generated<'product' | 'ad-hoc' | 'gift-card'>;
  /** What the catalogue asked for one. */
  list_price_minor: Generated<number>;
  price_reason: Generated<string>;
  line_discount_minor: Generated<number>;
  order_discount_minor: Generated<number>;
  discount_reason: Generated<string>;
  credit_row_id: Generated<number | null>;
  /** What came back of it so far. */
  refunded_milli: Generated<number>;
  refunded_minor: Generated<number>;
};

export type OrderTaxesTable = {
  order_row_id: number;
  position: number;
  name: string;
  rate_ppm: number;
  compound: number;
  base_minor: number;
  tax_minor: number;
};

export type PaymentsTable = {
  row_id: Generated<number>;
  id: string;
  order_row_id: number;
  kind: TenderKind;
  state: 'pending' | 'completed' | 'failed';
  amount_minor: number;
  tendered_minor: number;
  change_minor: number;
  reference: string;
  last4: string;
  at: string;
  credit_row_id: Generated<number | null>;
};

export type PointsEntriesTable = {
  row_id: Generated<number>;
  id: string;
  key: string;
  customer_row_id: number;
  kind: 'earned' | 'redeemed' | 'expired' | 'adjusted' | 'bonus' | 'reversed';
  points: number;
  balance_after: number;
  description: string;
  order_row_id: number | null;
  at: string;
  promotion_row_id: Generated<number | null>;
  reward_row_id: Generated<number | null>;
  placed_order_row_id: Generated<number | null>;
  /** The account or device that acted, or `system`. */
  actor: Generated<string>;
  journal_seq: Generated<number | null>;
};

export type PromotionsTable = {
  row_id: Generated<number>;
  id: string;
  title: string;
  description: string;
  /** JSON of the domain's `OfferEffect`, `OfferScope`, `Audience` and `Hours`. */
  effect: string;
  scope: string;
  audience: string;
  hours: string | null;
  needs_code: number;
  qr_code: string;
  coupon_code: string | null;
  coupon_fold: string | null;
  valid_from: string | null;
  valid_until: string | null;
  minimum_spend_minor: number;
  bonus_points: number;
  combines: number;
  priority: number;
  limit_per_customer: number | null;
  limit_total: number | null;
  is_active: number;
  used_count: Generated<number>;
  created_at: string;
  updated_at: string;
};

export type PromotionRedemptionsTable = {
  row_id: Generated<number>;
  id: string;
  promotion_row_id: number;
  customer_row_id: number | null;
  order_row_id: number | null;
  placed_order_row_id: number | null;
  discount_minor: number;
  points_awarded: number;
  scanned_by: string;
  at: string;
  /** Null on what was taken before other tills could take any. */
  journal_seq: Generated<number | null>;
};

export type RewardsTable = {
  row_id: Generated<number>;
  id: string;
  title: string;
  description: string;
  points: number;
  /** JSON of the domain's `RewardEffect`. */
  effect: string;
  stock: number | null;
  valid_from: string | null;
  valid_until: string | null;
  limit_per_customer: number | null;
  is_active: number;
  claimed_count: Generated<number>;
  created_at: string;
  updated_at: string;
};

export type RewardClaimsTable = {
  row_id: Generated<number>;
  id: string;
  reward_row_id: number;
  customer_row_id: number;
  order_row_id: number;
  points: number;
  discount_minor: number;
  at: string;
};

export type PlacedOrdersTable = {
  row_id: Generated<number>;
  id: string;
  public_id: number;
  account_row_id: number;
  customer_row_id: number | null;
  product_name: string;
  quantity: number;
  price_minor: number;
  total_minor: number;
  paid_minor: Generated<number>;
  currency: string;
  /** The sale that it became once it was paid in full. */
  order_row_id: Generated<number | null>;
  placed_at: string;
};

export type PlacedPaymentsTable = {
  row_id: Generated<number>;
  id: string;
  placed_order_row_id: number;
  amount_minor: number;
  state: 'pending' | 'completed' | 'failed';
  started_at: string;
  finished_at: string | null;
  business_date: string | null;
};

export type PrintJobsTable = {
  row_id: Generated<number>;
  id: string;
  kind: 'receipt' | 'copy' | 'drawer' | 'test' | 'slip' | 'x-report' | 'z-report' | 'refund' | 'gift-card';
  order_row_id: number | null;
  title: Generated<string>;
  /** JSON: the paper itself, for what is not made anew from a sale. */
  blocks: Generated<string | null>;
  open_drawer: number;
  state: 'waiting' | 'printing' | 'printed' | 'cancelled';
  attempts: number;
  last_error: string;
  created_at: string;
  next_attempt_at: number;
  printed_at: string | null;
};

/** The full-text tables hold no content of their own: `rowid` leads to the row_id of what they find. */
export type SearchTable = { rowid: number; text: string };

export type Schema = {
  identity: IdentityTable;
  settings: SettingsTable;
  series: SeriesTable;
  journal: JournalTable;
  journal_personal: JournalPersonalTable;
  waiting_entries: WaitingEntriesTable;
  lives: LivesTable;
  link: LinkTable;
  registers: RegistersTable;
  streams: StreamsTable;
  stamp_clock: StampClockTable;
  field_stamps: FieldStampsTable;
  waiting_keys: WaitingKeysTable;
  card_keys: CardKeysTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  throttles: ThrottlesTable;
  categories: CategoriesTable;
  products: ProductsTable;
  barcodes: BarcodesTable;
  stock_movements: StockMovementsTable;
  product_imports: ProductImportsTable;
  product_import_chunks: ProductImportChunksTable;
  customers: CustomersTable;
  shifts: ShiftsTable;
  approvals: ApprovalsTable;
  cash_moves: CashMovesTable;
  shift_counts: ShiftCountsTable;
  z_reports: ZReportsTable;
  carts: CartsTable;
  removed_lines: RemovedLinesTable;
  credits: CreditsTable;
  credit_aliases: CreditAliasesTable;
  credit_entries: CreditEntriesTable;
  credit_payments: CreditPaymentsTable;
  refunds: RefundsTable;
  refund_lines: RefundLinesTable;
  refund_taxes: RefundTaxesTable;
  refund_payments: RefundPaymentsTable;
  voids: VoidsTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  order_taxes: OrderTaxesTable;
  payments: PaymentsTable;
  points_entries: PointsEntriesTable;
  promotions: PromotionsTable;
  promotion_redemptions: PromotionRedemptionsTable;
  rewards: RewardsTable;
  reward_claims: RewardClaimsTable;
  placed_orders: PlacedOrdersTable;
  placed_payments: PlacedPaymentsTable;
  devices: DevicesTable;
  pictures: PicturesTable;
  print_jobs: PrintJobsTable;
  product_search: SearchTable;
  customer_search: SearchTable;
};
