import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { ProductImport } from '../shared/api/catalog.ts';
import type { BenchEngine } from './open-engine.ts';

/** The 100,000 real products, beside the repository or where `SUKLI_CATALOGUE` says; made up where neither is there. */
export function catalogueCsv(): { csv: Uint8Array; source: string } {
  const named = process.env['SUKLI_CATALOGUE'];
  for (const file of [named, '../shared/data/catalogue-100k.csv']) {
    if (file !== undefined && existsSync(file)) return { csv: readFileSync(file), source: file };
  }
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    const digits = String(200_000_000_000 + at * 7);
    const sum = [...digits].reduce(
      (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
      0,
    );
    return `${digits}${(10 - (sum % 10)) % 10},Made-up product ${at} ${['tea', 'rice', 'soap', 'crème', '麺'][at % 5]},${5 + (at % 400)}.25`;
  });
  return { csv: Buffer.from(`barcode,name,price\n${rows.join('\n')}\n`), source: 'made up' };
}

export type ImportMeasured = { seconds: number; slowestSaleMilliseconds: number; salesMeanwhile: number };

/** Imports a catalogue through the API, from the first byte to done, calling `meanwhile` over and over. */
export async function importCatalogue(
  shop: BenchEngine,
  csv: Uint8Array,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<ImportMeasured> {
  const started = performance.now();
  let job = await startImport(shop, csv);
  let [slowestSaleMilliseconds, salesMeanwhile] = [0, 0];
  for (;;) {
    job = await shop.call<ProductImport>('GET', `/product-imports/${job.id}`);
    if (job.state === 'ready') await shop.call('POST', `/product-imports/${job.id}/apply`);
    if (job.state === 'refused') throw new Error(`refused: ${JSON.stringify(job.problems.slice(0, 3))}`);
    if (job.state === 'done') break;
    const saleStarted = performance.now();
    await meanwhile();
    slowestSaleMilliseconds = Math.max(slowestSaleMilliseconds, performance.now() - saleStarted);
    salesMeanwhile += 1;
    await setTimeout(20);
  }
  return { seconds: (performance.now() - started) / 1000, slowestSaleMilliseconds, salesMeanwhile };
}

async function startImport(shop: BenchEngine, csv: Uint8Array): Promise<ProductImport> {
  const current = await shop.call<{ accessToken: string }>('POST', '/sessions', {
    username: 'owner',
    password: 'a bench of its own',
  });
  const response = await shop.engine.fetch(
    new Request('http://bench.test/api/v1/product-imports?fileName=catalogue-100k.csv', {
      method: 'POST',
      headers: { authorization: `Bearer ${current.accessToken}`, 'content-type': 'text/csv' },
      body: csv as BodyInit,
    }),
  );
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as ProductImport;
}
