import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Product } from '../shared/api/catalog.ts';
import type { SyncCode, SyncStatus } from '../shared/api/sync.ts';
import { ok } from '../shared/domain/result.ts';
import { writeCustomer } from '../electron/engine/customers/index.ts';
import { systemIds } from '../electron/engine/ids.ts';
import type { BenchCloud } from './bench-cloud.ts';
import { catalogueCsv, importCatalogue } from './catalogue.ts';
import { openShop, type BenchEngine } from './open-engine.ts';
import { rounded, type Measured } from './percentile.ts';

const longest = 900_000;

/** A shop's second till: from joining to its first sale, and until it has everything that the first one has. */
export async function measureNewTill(
  cloud: BenchCloud,
  size: { products: number; customers: number },
): Promise<Measured[]> {
  const first = await openShop(undefined, { background: false });
  const folder = mkdtempSync(join(tmpdir(), 'sukli-bench-'));
  const second = await openShop(folder, { shift: false });
  try {
    const barcode = await fillShop(first, size);
    await first.call('POST', '/sync/join', { url: cloud.url, code: cloud.code, name: '' });
    const entries = await pushAll(first);
    const { code, snapshotSeconds, snapshotBytes } = await codeWithSnapshot(first, cloud);

    const started = performance.now();
    const since = () => rounded((performance.now() - started) / 1000, 1);
    await second.call('POST', '/sync/join', { url: cloud.url, code, name: '' });
    const joined = since();
    await sellFirst(second, barcode);
    const sold = since();
    await untilTrue('the new till has everything', () => hasAll(first, second));
    const at = `${size.products.toLocaleString('en')} products, ${size.customers.toLocaleString('en')} customers`;
    return [
      {
        what: 'a new till, from joining to its first sale',
        at,
        value: sold,
        unit: 's',
        promise: 30,
        detail: `joined after ${joined} s, everything there after ${since()} s; the first till sent ${entries.toLocaleString('en')} entries and, in ${snapshotSeconds} s, a snapshot of ${rounded(snapshotBytes / 2 ** 20, 0)} MiB`,
      },
    ];
  } finally {
    await second.close();
    await first.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Products from the catalogue and customers with a phone, all in the journal. Answers the last product's barcode. */
async function fillShop(shop: BenchEngine, size: { products: number; customers: number }): Promise<string> {
  const rows = Buffer.from(catalogueCsv().csv).toString('utf8').trimEnd().split('\n');
  const taken = rows.slice(0, size.products + 1);
  await importCatalogue(shop, Buffer.from(`${taken.join('\n')}\n`));
  const { id: me } = await shop.call<{ id: string }>('GET', '/sessions/current');
  for (let done = 0; done < size.customers; done += 500) {
    const count = Math.min(500, size.customers - done);
    const written = await shop.engine.context.write((tx) => {
      for (let at = done; at < done + count; at += 1) {
        const created = writeCustomer(shop.engine.context, tx, customer(at), me);
        if (!created.ok) return created;
      }
      return ok(undefined);
    });
    if (!written.ok) throw new Error(written.failure.message);
  }
  return taken.at(-1)?.split(',')[0] ?? '';
}

function customer(at: number) {
  const names = ['Ana', 'Ben', 'Carla', 'Dino', 'Ela', 'Fe', 'Gil'];
  return {
    name: `${names[at % names.length]} Cruz ${at}`,
    phone: `0917${String(at).padStart(7, '0')}`,
    email: '',
    address: '',
    birthday: null,
    notes: '',
    tierId: null,
  };
}

async function pushAll(shop: BenchEngine): Promise<number> {
  for (let sent = 0; ;) {
    const pushed = await shop.engine.sync.pushOnce();
    if (!pushed.ok) throw new Error(pushed.failure.message);
    sent += pushed.value.sent;
    if (pushed.value.waiting > 0) continue;
    // The cursor has to pass the till's own entries, or the snapshot would be of nothing.
    await pullAll(shop);
    return sent;
  }
}

async function pullAll(shop: BenchEngine): Promise<void> {
  for (;;) {
    const pulled = await shop.engine.sync.pullOnce();
    if (!pulled.ok) throw new Error(pulled.failure.message);
    if (pulled.value.behind === 0) return;
  }
}

/** A code for the second till; asking for it makes the first one send a snapshot of its books. */
async function codeWithSnapshot(shop: BenchEngine, cloud: BenchCloud) {
  const started = performance.now();
  const { code } = await shop.call<SyncCode>('POST', '/sync/codes', { registerName: 'Second till' });
  let snapshotBytes = 0;
  await untilTrue('the cloud has a snapshot', async () => {
    const [snapshot] = await cloud.ask<{ size: string }>('select size from snapshots where complete');
    snapshotBytes = Number(snapshot?.size ?? 0);
    return snapshot !== undefined;
  });
  return { code, snapshotBytes, snapshotSeconds: rounded((performance.now() - started) / 1000, 1) };
}

/** Looks a product up by its code and by its name as soon as it is there, opens a shift and sells it. */
async function sellFirst(shop: BenchEngine, barcode: string): Promise<void> {
  let product: Product | undefined;
  await untilTrue('the new till finds a product', async () => {
    const search = encodeURIComponent(barcode);
    const found = await shop.call<{ items: Product[] }>('GET', `/products?limit=50&search=${search}`);
    product = found.items[0];
    return product !== undefined;
  });
  if (product === undefined) return;
  await shop.call('GET', `/lookup/${encodeURIComponent(barcode)}`);
  const byName = await shop.call<{ total: number }>(
    'GET',
    `/products?limit=50&search=${encodeURIComponent(product.name)}`,
  );
  if (byName.total === 0) throw new Error(`${product.name} is not found by its name`);
  await shop.call('POST', '/shifts', { id: systemIds.uuid(), floatMinor: 0 });
  const { id: productId, priceMinor } = product;
  await shop.call('POST', '/orders', {
    id: systemIds.uuid(),
    lines: [{ lineId: systemIds.uuid(), productId, quantityMilli: 1_000, unitPriceMinor: priceMinor }],
    tenders: [{ kind: 'cash', amountMinor: priceMinor }],
    totalMinor: priceMinor,
  });
}

async function hasAll(first: BenchEngine, second: BenchEngine): Promise<boolean> {
  const totals = (shop: BenchEngine) =>
    Promise.all(
      ['/products?limit=1', '/customers?limit=1'].map(
        async (path) => (await shop.call<{ total: number }>('GET', path)).total,
      ),
    );
  const { behind, arriving } = await second.call<SyncStatus>('GET', '/sync');
  const [wanted, there] = [await totals(first), await totals(second)];
  return behind === 0 && arriving === null && wanted.every((total, at) => there[at] === total);
}

async function untilTrue(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + longest;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`in vain: ${what}`);
    await setTimeout(50);
  }
}
