import { query, rawQuery } from '../../db/query.ts';

export const seqOfOp = query<{ opId: string }>()((b, p) =>
  b.selectFrom('journal').select('seq').where('op_id', '=', p('opId')),
);
export const lowestSeq = query()((b) => b.selectFrom('journal').select('seq').orderBy('seq').limit(1));
export const hashInStream = query<{ stream: string; streamSeq: number }>()((b, p) =>
  b
    .selectFrom('journal')
    .select('hash')
    .where('stream', '=', p('stream'))
    .where('stream_seq', '=', p('streamSeq')),
);
/** What may stand before an entry with which a stream begins: of the same register's other lives, or one's own. */
export const hashesBefore = rawQuery<{ stream: string; streamSeq: number }, { hash: Uint8Array }>(
  `SELECT j.hash FROM streams s JOIN streams o ON o.register_id = s.register_id
     JOIN journal j ON j.stream = o.stream AND j.stream_seq = @streamSeq
   WHERE s.stream = @stream
   UNION ALL SELECT hash FROM journal WHERE seq = @streamSeq AND seq > 0`,
);
export const codeOfStream = rawQuery<{ stream: string }, { code: string }>(
  'SELECT r.code FROM streams s JOIN registers r ON r.id = s.register_id WHERE s.stream = @stream',
);

export const putWaiting = query<{ seq: number; because: 'waits' | 'unknown'; since: string }>()((b, p) =>
  b.insertInto('waiting_entries').values({ seq: p('seq'), because: p('because'), since: p('since') }),
);
export const waitFor = query<{ seq: number; because: 'waits' | 'unknown' }>()((b, p) =>
  b
    .updateTable('waiting_entries')
    .set({ because: p('because') })
    .where('seq', '=', p('seq')),
);
export const dropWaiting = query<{ seq: number }>()((b, p) =>
  b.deleteFrom('waiting_entries').where('seq', '=', p('seq')),
);
/** In the order of their arrival. */
export const waitingEntries = rawQuery<
  { because: string },
  {
    seq: number;
    because: 'waits' | 'unknown';
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
    stream: string;
    stream_seq: number | null;
    position: number;
    part: string | null;
  }
>(
  `SELECT j.*, w.because, p.part FROM waiting_entries w JOIN journal j ON j.seq = w.seq
     LEFT JOIN journal_personal p ON p.seq = w.seq
   WHERE w.because = @because ORDER BY w.seq DESC`,
);
export const countWaiting = query()((b) =>
  b.selectFrom('waiting_entries').select((e) => e.fn.countAll<number>().as('count')),
);
