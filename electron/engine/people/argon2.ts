import type * as Argon2 from 'argon2';
import type { EngineContext, HashCost } from '../context.ts';

/** OWASP's smallest set for argon2id: 19 MiB, two passes, one lane. */
export const promisedCost: HashCost = { memoryCost: 19_456, timeCost: 2 };
const parallelism = 1;

/** Of no password: what an unknown name is checked against, so that it takes as long as a known one. */
const nobodysHash = ({ memoryCost, timeCost }: HashCost) =>
  `$argon2id$v=19$m=${memoryCost},p=${parallelism},t=${timeCost}$3fg9Cj6CqkuSloaOmUQhUw$YOEO5d4vukIQ+JNQYoQuF33XJ95zrNuvBoqYVtHIvvw`;

let loading: Promise<typeof Argon2> | undefined;

/** The library that came with the program: one that was built on this machine, perhaps for another Node, must not win. */
function load(): Promise<typeof Argon2> {
  process.env['PREBUILDS_ONLY'] = '1';
  return (loading ??= import('argon2'));
}

/** Hashes off the main thread. With a `secret`, the hash alone cannot be searched for its text. */
export async function hashSlowly(context: EngineContext, text: string, secret?: Uint8Array): Promise<string> {
  const { argon2id, hash } = await load();
  return hash(text, {
    ...context.hashCost,
    parallelism,
    type: argon2id,
    salt: Buffer.from(context.ids.bytes(16)),
    ...(secret === undefined ? {} : { secret: Buffer.from(secret) }),
  });
}

/** Whether the text is the one that was hashed. Takes as long when there is no hash. */
export async function verifySlowly(
  { hashCost }: Pick<EngineContext, 'hashCost'>,
  hash: string | null | undefined,
  text: string,
  secret?: Uint8Array,
): Promise<boolean> {
  const { verify } = await load();
  const options = secret === undefined ? {} : { secret: Buffer.from(secret) };
  const same = await verify(hash ?? nobodysHash(hashCost), text, options);
  return same && hash !== null && hash !== undefined;
}
