import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { v7 } from 'uuid';
import { chainedText } from '../../../shared/journal/chain.ts';
import type { PullAnswer, PushAnswer, PushRequest, WireEntry } from '../../../shared/sync/protocol.ts';
import { tokenAudience } from '../../../shared/sync/protocol.ts';
import type { Cloud } from '../../../cloud/cloud.ts';
import { createOrganisation } from '../../../cloud/registers/create-store.ts';
import { makeCode } from '../../../cloud/registers/enrolment-code.ts';

export type Answer<Value = unknown> = { status: number; body: Value };

export type Keys = { publicKey: string; privateKey: KeyObject };

export function makeKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: String(publicKey.export({ format: 'jwk' }).x), privateKey };
}

/** A store of a new organisation. Answers its id. */
export function openStore(cloud: Cloud, name = 'Bakery'): Promise<string> {
  return cloud.context.tx((tx) => createOrganisation(cloud.context, tx, name));
}

export async function codeFor(cloud: Cloud, storeId: string): Promise<string> {
  const made = await cloud.context.tx((tx) => makeCode(cloud.context, tx, { storeId, registerName: '' }));
  return made.code;
}

/** One request to the cloud in process. */
export async function call<Value>(
  cloud: Cloud,
  method: string,
  path: string,
  more: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<Value>> {
  const response = await cloud.fetch(
    new Request(`http://cloud/v1${path}`, {
      method,
      headers: {
        ...(more.token === undefined ? {} : { authorization: `Bearer ${more.token}` }),
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more.headers,
      },
      ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Value };
}

export function makeToken(
  registerId: string,
  { privateKey }: Pick<Keys, 'privateKey'>,
  now: number,
  more: { header?: Record<string, unknown>; claims?: Record<string, unknown> } = {},
): string {
  const seconds = Math.floor(now / 1000);
  const header = { alg: 'EdDSA', typ: 'JWT', kid: registerId, ...more.header };
  const claims = {
    iss: registerId,
    aud: tokenAudience,
    iat: seconds,
    exp: seconds + 300,
    jti: v7(),
    ...more.claims,
  };
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}

export const zeros = '0'.repeat(64);

export type NewEntry = {
  kind?: string;
  v?: number;
  content?: unknown;
  opId?: string;
  businessDate?: string;
  personal?: WireEntry['personal'];
};

/** A journal as a till keeps it: makes entries that go on a chain. */
export function makeChain(writer: string, from: { seq: number; head: string } = { seq: 0, head: zeros }) {
  const entries: WireEntry[] = [];
  let { seq, head } = from;
  return {
    entries,
    add(entry: NewEntry = {}): WireEntry {
      const { kind = 'drawer.tested', v = 1, content = { pin: 2 }, opId = v7(), personal = null } = entry;
      const { businessDate = '2026-03-02' } = entry;
      const chained = {
        seq: (seq += 1),
        opId,
        writer,
        kind,
        v,
        at: `${businessDate}T01:00:00.000Z`,
        businessDate,
        actor: 'system',
        body: JSON.stringify(content),
      };
      head = createHash('sha256').update(head, 'hex').update(chainedText(chained)).digest('hex');
      const made = { ...chained, hash: head, personal };
      entries.push(made);
      return made;
    },
    /** The hash before entry `at`. */
    before(at: number): string {
      return entries.find((entry) => entry.seq === at - 1)?.hash ?? from.head;
    },
    head: () => head,
  };
}

/** A till that is enrolled in a store. */
export async function enrolTill(cloud: Cloud, storeId: string) {
  const keys = makeKeys();
  const stream = v7();
  const enrolled = await call<{ register: { id: string; code: string } }>(cloud, 'POST', '/registers/enrol', {
    body: { code: await codeFor(cloud, storeId), publicKey: keys.publicKey, stream, name: '' },
  });
  if (enrolled.status !== 200) throw new Error(JSON.stringify(enrolled.body));
  const { id, code } = enrolled.body.register;
  const token = () => makeToken(id, keys, cloud.context.clock.now());
  const chain = makeChain(stream);
  const marks = new Map<number, number>();
  let confirmed = 0;
  return {
    id,
    code,
    keys,
    stream,
    storeId,
    chain,
    token,
    call: <Value>(method: string, path: string, body?: unknown) =>
      call<Value>(cloud, method, path, { token: token(), ...(body === undefined ? {} : { body }) }),
    async send(request: PushRequest) {
      const sent = await call<PushAnswer>(cloud, 'POST', '/sync/push', { token: token(), body: request });
      if (sent.status === 200) confirmed = sent.body.last;
      return sent;
    },
    /** Pushes entries of its chain from one to another. */
    push(from: number, to: number) {
      const entries = chain.entries.filter(({ seq }) => seq >= from && seq <= to);
      return this.send({ stream, prevHash: chain.before(from), entries });
    },
    /** With what the cloud has confirmed to this till, and the mark that it gave it for `after` or the one that is given. */
    async pull(after: number, more = '', mark = marks.get(after) ?? 0) {
      const query = `stream=${stream}&after=${after}&mark=${mark}&confirmed=${confirmed}${more}`;
      const pulled = await call<PullAnswer>(cloud, 'GET', `/sync/pull?${query}`, { token: token() });
      if (pulled.status === 200) marks.set(pulled.body.next, pulled.body.nextMark);
      return pulled;
    },
  };
}
