import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { commitOrder } from '../electron/engine/orders/index.ts';
import { catalogueCsv, importCatalogue } from './catalogue.ts';
import { measureColdStart } from './cold-start.ts';
import { measureDialects } from './dialects.ts';
import { measureFinding } from './find.ts';
import { openShop } from './open-engine.ts';
import { measurePay, prepareSales } from './pay.ts';
import { isKept, rounded, type Measured } from './percentile.ts';
import { measureSync } from './sync.ts';

/**
 * `npm run bench`: what docs promise about speed and size, measured here and now; writes bench/results.json. `npm run
 * bench dialects [scenario…]` measures the REST dialects alone, `npm run bench sync [sales|new-till|tills…]` the exchange
 * with the cloud.
 */
async function main([part, ...wanted]: string[]): Promise<void> {
  const measured: Measured[] = [];
  const report = (rows: Measured[]) => {
    measured.push(...rows);
    for (const row of rows) console.log(line(row));
  };
  if (part === undefined) await measureTill(report);
  if (part === undefined || part === 'dialects') report(await measureDialects(wanted));
  if (part === undefined || part === 'sync') await measureSync(wanted, report);
  writeResults(measured);
  const missed = measured.filter((row) => !isKept(row));
  console.log(missed.length === 0 ? '\nEvery promise is kept.' : `\n${missed.length} promises are not kept.`);
}

async function measureTill(report: (rows: Measured[]) => void): Promise<void> {
  report(await measurePay([0, 100_000]));

  const { csv, source } = catalogueCsv();
  const folder = mkdtempSync(join(tmpdir(), 'sukli-bench-'));
  const shop = await openShop(folder);
  const till = await prepareSales(shop);
  const imported = await importCatalogue(shop, csv, () =>
    commitOrder(shop.engine.context, till.sale(), till.actor),
  );
  report([
    {
      what: 'import of the catalogue, selling meanwhile',
      at: '100,000 products',
      value: rounded(imported.seconds, 2),
      unit: 's',
      promise: 10,
      detail: `${imported.salesMeanwhile} sales meanwhile, the slowest took ${rounded(imported.slowestSaleMilliseconds, 0)} ms; file: ${source}`,
    },
  ]);
  report(await measureFinding(shop, csv));
  await shop.close();
  report(await measureColdStart(folder, '7391'));
  rmSync(folder, { recursive: true, force: true });
  report(firstScript());
}

/** What another run has measured stays, unless it was measured again. */
function writeResults(measured: readonly Measured[]): void {
  const file = 'bench/results.json';
  const earlier = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { measured: Measured[] }).measured
    : [];
  const again = new Set(measured.map(({ what, at }) => `${what} ${at}`));
  const kept = earlier.filter(({ what, at }) => !again.has(`${what} ${at}`));
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  writeFileSync(file, `${JSON.stringify({ machine, measured: [...kept, ...measured] }, null, 2)}\n`);
}

function firstScript(): Measured[] {
  const folder = 'out/renderer/assets';
  const html = readFileSync('out/renderer/index.html', 'utf8');
  const loaded = readdirSync(folder).filter((file) => file.endsWith('.js') && html.includes(file));
  const bytes = loaded.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return [
    {
      what: 'first script, gzip',
      at: loaded.join(' + '),
      value: rounded(bytes / 1024, 1),
      unit: 'KB',
      promise: 200,
      detail: 'every script that index.html loads',
    },
  ];
}

function line(row: Measured): string {
  const { what, at, value, unit, promise, detail } = row;
  const than = row.atLeast === true ? '≥' : '≤';
  return `${isKept(row) ? '✓' : '✗'} ${what} (${at}): ${value} ${unit}, promised ${than} ${promise} ${unit}\n    ${detail}`;
}

await main(process.argv.slice(2));
