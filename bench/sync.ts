import { withCloud } from './bench-cloud.ts';
import { measureManyTills } from './many-tills.ts';
import { measureNewTill } from './new-till.ts';
import type { Measured } from './percentile.ts';
import { measureWaitingSales } from './waiting-sales.ts';

const sizeOf = (name: string, usual: number) => Number(process.env[`SUKLI_BENCH_${name}`] ?? usual);

const parts = {
  sales: () =>
    withCloud((cloud) => measureWaitingSales(cloud, sizeOf('SALES', 100_000)), { elsewhere: true }),
  'new-till': () =>
    withCloud((cloud) =>
      measureNewTill(cloud, {
        products: sizeOf('PRODUCTS', 100_000),
        customers: sizeOf('CUSTOMERS', 300_000),
      }),
    ),
  tills: () =>
    withCloud((cloud) =>
      measureManyTills(cloud, { tills: sizeOf('TILLS', 50), salesPerTill: sizeOf('TILL_SALES', 1_000) }),
    ),
};

/**
 * The exchange with the real cloud and its PostgreSQL: `sales` that waited, a `new-till`, many `tills` at once. Each with
 * a cloud of its own. `SUKLI_BENCH_SALES`, `_PRODUCTS`, `_CUSTOMERS`, `_TILLS` and `_TILL_SALES` make it smaller.
 */
export async function measureSync(
  wanted: readonly string[],
  report: (rows: Measured[]) => void,
): Promise<void> {
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) report(await measure());
  }
}
