import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EnrolAnswer, PushAnswer } from '../shared/sync/protocol.ts';
import { mostEntriesPerPush } from '../shared/sync/limits.ts';
import { systemIds } from '../electron/engine/ids.ts';
import { makeReceiptNumber, saleEntry } from '../tests/cloud/support/make-entries.ts';
import { makeChain, makeKeys, makeToken } from '../tests/cloud/support/test-till.ts';

/** A till of which only the wire is real: its pushes were packed before the clock starts, so that the cloud is measured. */
export type WireTill = {
  storeId: string;
  entries: number;
  codeFor(store: { id: string } | { name: string }): Promise<string>;
  /** Sends all; answers how many pushes were not taken as they should, and how many entries are kept for review. */
  pushAll(): Promise<{ failures: string[]; forReview: number }>;
};

const pack = promisify(gzip);
const products = Array.from({ length: 50 }, () => systemIds.uuid());

export async function enrolWireTill(cloudUrl: string, code: string, sales: number): Promise<WireTill> {
  const keys = makeKeys();
  const stream = systemIds.uuid();
  const enrolled = await post<EnrolAnswer>(`${cloudUrl}/v1/registers/enrol`, {
    json: { code, publicKey: keys.publicKey, stream, name: '' },
  });
  if (enrolled.status !== 200) throw new Error(`enrolling was answered with ${enrolled.status}`);
  const { register, store } = enrolled.body;
  const token = () => makeToken(register.id, keys, Date.now());
  const pushes = await packSales(stream, `${store.code}-${register.code}-${store.id.slice(-6)}-`, sales);
  return {
    storeId: store.id,
    entries: sales,
    async codeFor(of) {
      const made = await post<{ code: string }>(`${cloudUrl}/v1/registers/codes`, {
        json: { registerName: 'Till', store: of },
        token: token(),
      });
      if (made.status >= 300) throw new Error(`asking for a code was answered with ${made.status}`);
      return made.body.code;
    },
    async pushAll() {
      const failures: string[] = [];
      let forReview = 0;
      for (const { packed, last } of pushes) {
        const { status, body } = await post<PushAnswer>(`${cloudUrl}/v1/sync/push`, {
          packed,
          token: token(),
        });
        if (status !== 200 || body.last !== last) failures.push(`${status} ${JSON.stringify(body)}`);
        forReview += status === 200 ? body.forReview : 0;
      }
      return { failures, forReview };
    },
  };
}

type PackedPush = { packed: Buffer<ArrayBuffer>; last: number };

async function packSales(stream: string, prefix: string, sales: number): Promise<PackedPush[]> {
  const chain = makeChain(stream);
  for (let at = 0; at < sales; at += 1) {
    const lines = [0, 1, 2, 3, 4].map((step) => ({
      productId: products[(at * 7 + step * 11) % products.length] ?? null,
      name: `Product ${step}`,
      quantityMilli: 1_000,
      totalMinor: 1_000 + at,
    }));
    chain.add(saleEntry({ lines, receiptNumber: prefix + makeReceiptNumber() }));
  }
  const pushes: PackedPush[] = [];
  for (let from = 0; from < sales; from += mostEntriesPerPush) {
    const entries = chain.entries.slice(from, from + mostEntriesPerPush);
    const text = JSON.stringify({ stream, prevHash: chain.before(from + 1), entries });
    pushes.push({
      packed: (await pack(text, { level: 1 })) as Buffer<ArrayBuffer>,
      last: entries.at(-1)?.seq ?? 0,
    });
  }
  return pushes;
}

async function post<Body>(
  url: string,
  of: { json?: unknown; packed?: Buffer<ArrayBuffer>; token?: string },
): Promise<{ status: number; body: Body }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(of.packed === undefined ? {} : { 'content-encoding': 'gzip' }),
      ...(of.token === undefined ? {} : { authorization: `Bearer ${of.token}` }),
    },
    body: of.packed ?? JSON.stringify(of.json),
  });
  return { status: response.status, body: (await response.json()) as Body };
}
