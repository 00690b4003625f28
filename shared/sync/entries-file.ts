import { z } from 'zod';

/*
 * A file of entries that a till could not send, signed: gzip of lines, each ended by a newline. The first is this header,
 * then comes one entry per line as it is sent, and last the signature.
 */

export const entriesFileHeader = z.object({
  format: z.literal(1),
  /** Null of a till that was never enrolled. */
  storeId: z.uuid().nullable(),
  registerId: z.uuid().nullable(),
  stream: z.uuid(),
  /** The hash before the first entry. */
  prevHash: z.string().regex(/^[0-9a-f]{64}$/),
  from: z.int().min(1),
  to: z.int().min(1),
  /** The 32 bytes of the till's Ed25519 key, base64url. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  madeAt: z.iso.datetime({ precision: 3 }),
});
export type EntriesFileHeader = z.infer<typeof entriesFileHeader>;

/** Ed25519, in base64url, over the SHA-256 of all bytes before this line. */
export const entriesFileSignature = z.object({ signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/) });

/** What the cloud takes at most of one file, packed; and unpacked. */
export const mostFileBytes = 64 * 1_048_576;
export const mostUnpackedFileBytes = 1_024 * 1_048_576;
