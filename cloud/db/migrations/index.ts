import { entries } from './0001-entries.ts';
import { counted } from './0002-counted.ts';
import type { Migration } from './migration.ts';

/** In their order. */
export const migrations: readonly Migration[] = [entries, counted];
