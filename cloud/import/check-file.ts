import { createHash, createPublicKey, verify } from 'node:crypto';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import {
  entriesFileHeader,
  entriesFileSignature,
  type EntriesFileHeader,
} from '../../shared/sync/entries-file.ts';
import { linesOf } from './lines-of.ts';

/** Reads a file through once and answers its header, when its signature is of the key that the header names. */
export async function checkFile(packed: Uint8Array): Promise<Result<EntriesFileHeader, CloudFailure>> {
  const hash = createHash('sha256');
  let first: Buffer | undefined;
  let last: Buffer | undefined;
  let lines = 0;
  for await (const line of linesOf(packed)) {
    if (last !== undefined) hash.update(last);
    first ??= Buffer.from(line);
    last = Buffer.from(line);
    lines += 1;
  }
  const header = readLine(first, entriesFileHeader);
  const signature = readLine(last, entriesFileSignature);
  if (header === null || signature === null || lines !== header.to - header.from + 3) {
    return fail(cloudFailure('file-unreadable'));
  }
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: header.publicKey }, format: 'jwk' });
  const isSigned = verify(null, hash.digest(), key, Buffer.from(signature.signature, 'base64url'));
  return isSigned ? ok(header) : fail(cloudFailure('file-forged'));
}

function readLine<Schema extends z.ZodType>(line: Buffer | undefined, schema: Schema) {
  try {
    const read = schema.safeParse(JSON.parse(line?.toString('utf8') ?? ''));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
