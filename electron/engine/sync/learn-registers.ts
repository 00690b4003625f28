import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { storesAnswer, type PullAnswer, type StoresAnswer } from '../../../shared/sync/protocol.ts';
import { callCloud } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';

const knownStream = query<{ stream: string }>()((b, p) =>
  b.selectFrom('streams').select('register_id').where('stream', '=', p('stream')),
);
const putRegister = query<{ id: string; code: string; name: string; revokedAt: string | null }>()((b, p) =>
  b
    .replaceInto('registers')
    .values({ id: p('id'), code: p('code'), name: p('name'), revoked_at: p('revokedAt') }),
);
const putStream = query<{ stream: string; registerId: string }>()((b, p) =>
  b.replaceInto('streams').values({ stream: p('stream'), register_id: p('registerId') }),
);

/** Asks whose streams are whose where an entry is of one that is not known yet. */
export async function learnRegisters(
  context: EngineContext,
  entries: PullAnswer['entries'],
): Promise<Result<void, Failure>> {
  const streams = new Set(entries.map(({ stream }) => stream));
  const isKnown = [...streams].every((stream) => context.read.first(knownStream, { stream }) !== undefined);
  if (isKnown) return ok(undefined);
  const asked = await askStores(context);
  return asked.ok ? ok(undefined) : asked;
}

/** The stores and registers of the organisation; those of the own store are remembered. */
export async function askStores(context: EngineContext): Promise<Result<StoresAnswer, Failure>> {
  const answer = await callCloud(context, { method: 'GET', path: '/stores', answer: storesAnswer });
  if (!answer.ok) return answer;
  const registers = answer.value.stores.filter(({ isOwn }) => isOwn).flatMap((store) => store.registers);
  const written = await context.write((tx) => {
    for (const { id, code, name, revokedAt, streams } of registers) {
      tx.run(putRegister, { id, code, name, revokedAt });
      for (const stream of streams) tx.run(putStream, { stream, registerId: id });
    }
    return ok(undefined);
  });
  return written.ok ? answer : written;
}
