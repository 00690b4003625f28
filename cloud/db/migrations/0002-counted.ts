import type { Migration } from './migration.ts';

/** What entries count for, what somebody has to look at, points that are held, and snapshots. */
export const counted: Migration = {
  name: '0002-counted',
  statements: [
    `create table counted_documents (
      store_id uuid not null,
      id text not null,
      kind text not null,
      op_id uuid not null,
      register_id uuid not null,
      receipt_number text not null,
      cashier_id text not null,
      customer_id text,
      points bigint not null,
      business_date text not null,
      currency text not null,
      total_minor bigint not null,
      quantity_milli bigint not null,
      lines text not null,
      primary key (store_id, id)
    )`,
    `create index counted_documents_by_date on counted_documents (store_id, business_date)`,
    `create index counted_documents_by_number on counted_documents (store_id, receipt_number)`,
    `create index counted_documents_by_customer on counted_documents (store_id, customer_id)
      where customer_id is not null`,
    `create table voided_sales (
      store_id uuid not null,
      order_id text not null,
      op_id uuid not null,
      primary key (store_id, order_id)
    )`,
    `create table counted_points (
      store_id uuid not null,
      customer_id text not null,
      key text not null,
      op_id uuid not null,
      points bigint not null,
      primary key (store_id, customer_id, key, op_id)
    )`,
    `create table merged_customers (
      store_id uuid not null,
      merged_id text not null,
      customer_id text not null,
      op_id uuid not null,
      primary key (store_id, merged_id, customer_id)
    )`,
    `create table erased_people (
      store_id uuid not null,
      id text not null,
      position bigint not null,
      primary key (store_id, id)
    )`,
    `create index entries_with_part on entries (store_id, position) where part is not null`,
    `create table counted_names (
      store_id uuid not null,
      kind text not null,
      id text not null,
      name text not null,
      stamp text not null,
      primary key (store_id, kind, id)
    )`,
    `create table reviews (
      store_id uuid not null,
      id uuid not null,
      stream uuid not null,
      seq bigint not null,
      register_id uuid not null,
      reason text not null,
      message text not null,
      state text not null,
      counts boolean not null,
      note text not null,
      decided_by text not null,
      decided_at text,
      received_at text not null,
      primary key (store_id, id)
    )`,
    `create index reviews_by_state on reviews (store_id, state, received_at)`,
    `create table points_holds (
      store_id uuid not null,
      id uuid not null,
      customer_id text not null,
      points bigint not null,
      state text not null,
      expires_at text not null,
      primary key (store_id, id)
    )`,
    `create index points_holds_by_customer on points_holds (store_id, customer_id)`,
    `create table snapshots (
      store_id uuid not null,
      id uuid not null,
      register_id uuid not null,
      size bigint not null,
      sha256 text not null,
      position bigint not null,
      mark bigint not null,
      epoch bigint not null,
      schema bigint not null,
      parts bigint not null,
      complete boolean not null,
      at text not null,
      primary key (store_id, id)
    )`,
    `create table snapshot_parts (
      store_id uuid not null,
      snapshot_id uuid not null,
      n bigint not null,
      bytes bytea not null,
      primary key (store_id, snapshot_id, n)
    )`,
  ],
};
