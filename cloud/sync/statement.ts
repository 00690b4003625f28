import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { StatementAnswer, statementQuery } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Streams } from '../db/schema.ts';
import { genesisHead } from '../genesis.ts';
import type { Caller } from '../route.ts';

type Stream = Selectable<Streams>;
/** Entries after `after` up to `upTo` of one stream. */
type Stretch = { stream: string; after: number; upTo: number };

/** What the cloud has of a till's whole line of lives, up to an entry or as far as it came. */
export async function statement(
  { database }: CloudContext,
  { storeId, registerId }: Caller,
  query: z.output<typeof statementQuery>,
): Promise<Result<StatementAnswer, CloudFailure>> {
  const rows = await database
    .selectFrom('streams')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('register_id', '=', registerId)
    .execute();
  const streams = new Map(rows.map((row) => [row.id, row]));
  const newest = streams.get(query.stream);
  if (newest === undefined) return fail(cloudFailure('stream-unknown'));
  const upTo = Math.min(query.upTo, newest.last);
  const line = lineOf(streams, newest, upTo);
  const sums = await Promise.all(line.map((stretch) => sumUp(database, storeId, stretch)));
  const end = line[0];
  return ok({
    upTo,
    entries: add(sums, (sum) => sum.entries),
    sales: {
      count: add(sums, (sum) => sum.sales),
      totalMinor: add(sums, (sum) => sum.salesMinor),
    },
    refunds: { count: add(sums, (sum) => sum.refunds), totalMinor: add(sums, (sum) => sum.refundsMinor) },
    head: end === undefined ? genesisHead : await headOf(database, storeId, end),
    forReview: add(sums, (sum) => sum.forReview),
  });
}

/** The stretches of a line of lives, the newest first: of each life the part that its next one goes on after. */
function lineOf(streams: ReadonlyMap<string, Stream>, newest: Stream, upTo: number): Stretch[] {
  const line: Stretch[] = [];
  let end = upTo;
  for (
    let stream: Stream | undefined = newest;
    stream !== undefined;
    stream = streams.get(stream.parent ?? '')
  ) {
    if (end > stream.base_seq) line.push({ stream: stream.id, after: stream.base_seq, upTo: end });
    end = Math.min(end, stream.base_seq);
  }
  return line;
}

type Sums = {
  entries: number;
  sales: number;
  salesMinor: number;
  refunds: number;
  refundsMinor: number;
  forReview: number;
};

async function sumUp(database: CloudContext['database'], storeId: string, of: Stretch): Promise<Sums> {
  const { rows } = await sql<Sums>`
    select count(*) as entries,
      count(case when kind = 'sale.committed' then 1 end) as sales,
      coalesce(sum(case when kind = 'sale.committed' then total_minor end), 0) as "salesMinor",
      count(case when kind = 'refund.committed' then 1 end) as refunds,
      coalesce(sum(case when kind = 'refund.committed' then total_minor end), 0) as "refundsMinor",
      count(case when state = 'review' then 1 end) as "forReview"
    from entries
    where store_id = ${storeId} and stream = ${of.stream} and seq > ${of.after} and seq <= ${of.upTo}`.execute(
    database,
  );
  const [sums] = rows;
  if (sums === undefined) throw new Error('A sum without a row.');
  return sums;
}

function add(sums: readonly Sums[], figure: (sums: Sums) => number): number {
  return sums.reduce((total, sum) => total + figure(sum), 0);
}

async function headOf(database: CloudContext['database'], storeId: string, { stream, upTo }: Stretch) {
  const { hash } = await database
    .selectFrom('entries')
    .select('hash')
    .where('store_id', '=', storeId)
    .where('stream', '=', stream)
    .where('seq', '=', upTo)
    .executeTakeFirstOrThrow();
  return hash;
}
