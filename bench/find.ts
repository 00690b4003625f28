import { performance } from 'node:perf_hooks';
import type { BenchEngine } from './open-engine.ts';
import { percentile, rounded, type Measured } from './percentile.ts';

/** What cashiers type: whole words, beginnings, parts, accents left out, one or two letters, typos, several words. */
const typed = [
  'milk',
  'mil',
  'mi',
  'm',
  'chocolat',
  'choco',
  'cafe',
  'crème',
  'creme fra',
  'pain',
  'past',
  'yogurt',
  'yaourt',
  'juice orange',
  'olive oil',
  'oliv',
  'biscuit',
  'biscut',
  'chocolte',
  'tomate',
  'tomto',
  'nesquik',
  'nesqik',
  'thé',
  'the vert',
  'wasser',
  'käse',
  'kase',
  'rice',
  'ri',
  'sauce soja',
  'noodle',
  'soup',
  'spaghet',
  'lait',
  'la',
  'eau',
  'huile',
  'beurre',
  'butter',
  'honey',
  'miel',
  'sel',
  'su',
  '3017620',
  '7613',
  '5449000',
  'zzzz',
  'qx',
  'bio',
  'organic',
  'vanille',
  'vanilla ice',
];

/** Looks codes up and searches, through the API in process, at a full catalogue. */
export async function measureFinding(shop: BenchEngine, csv: Uint8Array): Promise<Measured[]> {
  const codes = Buffer.from(csv)
    .toString('utf8')
    .split('\n')
    .slice(1, 100_001)
    .map((line) => line.split(',')[0] ?? '');
  const lookups: number[] = [];
  for (let at = 0; at < 5_000; at += 1) {
    const code = codes[(at * 7_919) % codes.length] ?? '';
    const started = performance.now();
    await shop.call('GET', `/lookup/${encodeURIComponent(code)}`);
    if (at >= 500) lookups.push(performance.now() - started);
  }
  const searches: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (const text of typed) {
      const started = performance.now();
      await shop.call('GET', `/products?limit=50&search=${encodeURIComponent(text)}`);
      if (round > 0) searches.push(performance.now() - started);
    }
  }
  const at = '100,000 products';
  return [
    {
      what: 'code → product, p99',
      at,
      value: rounded(percentile(lookups, 0.99)),
      unit: 'ms',
      promise: 1,
      detail: `p50 ${rounded(percentile(lookups, 0.5))} ms, through the API in process`,
    },
    {
      what: 'search, p95',
      at,
      value: rounded(percentile(searches, 0.95)),
      unit: 'ms',
      promise: 16,
      detail: `p50 ${rounded(percentile(searches, 0.5))} ms, worst ${rounded(Math.max(...searches))} ms, ${typed.length} texts, through the API in process`,
    },
  ];
}
