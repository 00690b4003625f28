import { sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { failure } from '../../../shared/api/failures.ts';
import { genesisHash } from '../../../shared/journal/chain.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EntriesFileHeader, entriesFileSignature } from '../../../shared/sync/entries-file.ts';
import type { z } from 'zod';
import { instantOf } from '../clock.ts';
import { linkRow, registerKeyOf } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { ownHead } from './own-chain.ts';

export type EntriesFile = { name: string; content: Uint8Array };

/**
 * Everything that waits as one file, signed with the register's key: the way out when a till cannot send. The cloud takes
 * it in from any till of the shop, once. Fails with `sync-nothing-waits`.
 */
export async function exportEntries(context: EngineContext): Promise<Result<EntriesFile, Failure>> {
  const link = context.read.first(linkRow);
  const { storeCode, registerCode, writer } = context.identity();
  const after = link?.acked_seq ?? 0;
  const to = ownHead(context.read).seq;
  if (to === after) return fail(failure('sync-nothing-waits'));
  const key = await registerKeyOf(context);
  const header: EntriesFileHeader = {
    format: 1,
    storeId: link?.store_id ?? null,
    registerId: link?.register_id ?? null,
    stream: writer,
    prevHash: Buffer.from(link?.acked_hash ?? genesisHash).toString('hex'),
    from: after + 1,
    to,
    publicKey: key.publicText,
    madeAt: instantOf(context.clock.now()),
  };
  const first = `${JSON.stringify(header)}\n`;
  const { packed, digest } = await context.readInWorker('packEntries', { first, after, to });
  const signature: z.output<typeof entriesFileSignature> = {
    signature: sign(null, digest, key.privateKey).toString('base64url'),
  };
  const last = gzipSync(`${JSON.stringify(signature)}\n`);
  return ok({
    name: `${storeCode}-${registerCode}-${header.from}-${to}.sukli-entries`,
    content: Buffer.concat([packed, last]),
  });
}

export const entriesFileType = 'application/gzip';
