import { instantOf } from '../clock.ts';
import { linkRow } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { ownHead } from './own-chain.ts';

const insertLife = query<{
  writer: string;
  baseSeq: number;
  baseHash: Uint8Array;
  because: 'restored' | 'forked';
  at: string;
}>()((b, p) =>
  b.insertInto('lives').values({
    writer: p('writer'),
    base_seq: p('baseSeq'),
    base_hash: p('baseHash'),
    because: p('because'),
    began_at: p('at'),
  }),
);
const setWriter = query<{ writer: string }>()((b, p) =>
  b.updateTable('identity').set({ writer: p('writer') }),
);
const receiptLetter = rawQuery<Record<never, never>, { letter: string }>(
  `SELECT letter FROM series WHERE name = 'receipt'`,
);
const startSeries = rawQuery<{ letter: string }, never>(
  `UPDATE series SET letter = @letter, last_number = 0 WHERE name = 'receipt'`,
);

export type LifeToBegin = {
  because: 'restored' | 'forked';
  /** The id of the life; by default a new one. */
  writer?: string;
};

/**
 * Begins a new life of this till in a transaction of `changeIdentity`: another writer, whose receipts are numbered from 1
 * in a series of their own. Nothing that was written before changes.
 */
export function beginLife(context: EngineContext, tx: WritableDatabase, asked: LifeToBegin): void {
  const { because, writer = context.ids.uuid() } = asked;
  const link = tx.first(linkRow);
  const base = link === undefined ? ownHead(tx) : { seq: link.acked_seq, hash: link.acked_hash };
  const at = instantOf(context.clock.now());
  const letter = nextSeries(tx.first(receiptLetter)?.letter ?? '', context.ids.bytes(3));
  tx.run(insertLife, { writer, baseSeq: base.seq, baseHash: base.hash, because, at });
  tx.run(setWriter, { writer });
  tx.run(startSeries, { letter });
  context.reloadIdentity(tx);
  append(context, tx, {
    kind: 'life.begun',
    body: { writer, because, baseSeq: base.seq, letter },
    actor: 'system',
  });
}

/** No letter or digit that looks like another. */
const suffixLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The next letter and three drawn at random: two copies of one database begin a new life each, and neither may number
 * receipts as the other does.
 */
export function nextSeries(current: string, chance: Uint8Array): string {
  const letter = current === '' ? 'A' : current.charAt(0);
  const next = letter === 'Z' ? 'A' : String.fromCharCode(letter.charCodeAt(0) + 1);
  return next + Array.from(chance, (byte) => suffixLetters[byte % suffixLetters.length]).join('');
}
