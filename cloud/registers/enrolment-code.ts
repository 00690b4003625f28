import { createHash } from 'node:crypto';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';

/** No letter that looks like another, or like a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lifetime = 24 * 3_600_000;

export type MadeCode = { code: string; expiresAt: string };

/** A one-time code for one more till of a store: 50 bits of chance, of which the cloud keeps a hash alone. */
export async function makeCode(
  { ids, clock }: CloudContext,
  tx: Tx,
  of: { storeId: string; registerName: string },
): Promise<MadeCode> {
  const drawn = Array.from(ids.bytes(10), (byte) => letters[byte % letters.length]).join('');
  const expiresAt = instantOf(clock.now() + lifetime);
  await tx
    .insertInto('enrolment_codes')
    .values({
      code_hash: hashCode(drawn),
      store_id: of.storeId,
      register_name: of.registerName,
      expires_at: expiresAt,
      used_by: null,
    })
    .execute();
  return { code: `${drawn.slice(0, 5)}-${drawn.slice(5)}`, expiresAt };
}

/** SHA-256 of a code as a person typed it: dashes, spaces, small letters and mistaken ones are all the same. */
export function hashCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(code).digest('hex');
}
