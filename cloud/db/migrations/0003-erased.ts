import type { Migration } from './migration.ts';

/**
 * Where in the store's order somebody was erased: a snapshot of before may still tell of them. Those that are there do
 * not say whether they do; tills make new ones.
 */
export const erased: Migration = {
  name: '0003-erased',
  statements: [
    `alter table erased_people add column position bigint not null default 0`,
    `delete from snapshot_parts`,
    `delete from snapshots`,
  ],
};
