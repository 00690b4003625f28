import { query } from '../db/query.ts';

export const confirmSent = query<{ seq: number; hash: Uint8Array; at: string }>()((b, p) =>
  b.updateTable('link').set({ acked_seq: p('seq'), acked_hash: p('hash'), last_success_at: p('at') }),
);
/** Positions of another epoch mean nothing in this one. */
export const enterEpoch = query<{ epoch: number }>()((b, p) =>
  b.updateTable('link').set({ epoch: p('epoch'), cursor: 0, cursor_mark: 0 }),
);
export const keepStream = query<{ stream: string }>()((b, p) =>
  b.updateTable('link').set({ stream: p('stream') }),
);
export const moveCursor = query<{ cursor: number; cursor_mark: number; at: string }>()((b, p) =>
  b.updateTable('link').set({ cursor: p('cursor'), cursor_mark: p('cursor_mark'), last_success_at: p('at') }),
);
