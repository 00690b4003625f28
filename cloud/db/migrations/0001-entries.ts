import type { Migration } from './migration.ts';

/** Shops, their registers, and what these sent. */
export const entries: Migration = {
  name: '0001-entries',
  statements: [
    `create table organisations (
      id uuid primary key,
      name text not null,
      stores bigint not null,
      created_at text not null
    )`,
    `create table stores (
      id uuid primary key,
      organisation_id uuid not null references organisations (id),
      code text not null,
      name text not null,
      position bigint not null,
      mark bigint not null,
      epoch bigint not null,
      registers bigint not null,
      created_at text not null,
      unique (organisation_id, code)
    )`,
    `create table registers (
      store_id uuid not null references stores (id),
      id uuid not null unique,
      number bigint not null,
      code text not null,
      name text not null,
      public_key text not null,
      enrolled_at text not null,
      last_seen_at text,
      revoked_at text,
      primary key (store_id, id),
      unique (store_id, number)
    )`,
    `create table enrolment_codes (
      code_hash text primary key,
      store_id uuid not null references stores (id),
      register_name text not null,
      expires_at text not null,
      used_by uuid
    )`,
    `create table streams (
      store_id uuid not null,
      id uuid not null,
      register_id uuid not null,
      parent uuid,
      base_seq bigint not null,
      base_head text not null,
      last bigint not null,
      head text not null,
      created_at text not null,
      primary key (store_id, id),
      foreign key (store_id, register_id) references registers (store_id, id)
    )`,
    `create index streams_by_register on streams (store_id, register_id)`,
    `create table entries (
      store_id uuid not null,
      stream uuid not null,
      seq bigint not null,
      position bigint not null,
      mark bigint not null,
      op_id uuid not null,
      writer uuid not null,
      kind text not null,
      v bigint not null,
      at text not null,
      business_date text not null,
      actor text not null,
      body text not null,
      hash text not null,
      salt text,
      part text,
      size bigint not null,
      total_minor bigint,
      received_at text not null,
      state text not null,
      primary key (store_id, stream, seq),
      unique (store_id, position)
    )`,
    `create index entries_by_op on entries (store_id, op_id)`,
  ],
};
