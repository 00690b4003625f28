import type { PushAnswer } from '../../../shared/sync/protocol.ts';
import type { enrolTill, NewEntry } from './test-till.ts';

export type EnrolledTill = Awaited<ReturnType<typeof enrolTill>>;

/** Lets a till make entries and push them. */
export async function arrive(till: EnrolledTill, ...entries: NewEntry[]): Promise<PushAnswer> {
  const made = entries.map((entry) => till.chain.add(entry));
  const [first, last] = [made[0], made.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing to push');
  const { status, body } = await till.push(first.seq, last.seq);
  if (status !== 200 || body.last !== last.seq)
    throw new Error(`a push answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
