import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gtinCheckDigit } from '../../../shared/domain/codes.ts';
import { repository } from './start-till.ts';

export type CatalogueRow = { barcode: string; name: string; price: string };
export type Catalogue = { file: string; rows: number; first: CatalogueRow[] };

const made = ['tea', 'rice', 'soap', 'crème', '麺'];

/** A catalogue of 100,000 products: the real one beside the repository or in `SUKLI_CATALOGUE`, else one made up. */
export function largeCatalogue(folder: string): Catalogue {
  const named = [process.env['SUKLI_CATALOGUE'], join(repository, '../shared/data/catalogue-100k.csv')];
  const real = named.find((file) => file !== undefined && existsSync(file));
  const file = real ?? join(folder, 'catalogue-100k.csv');
  if (real === undefined) writeFileSync(file, madeUpCsv());
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return { file, rows: lines.length - 1, first: lines.slice(1, 200).flatMap(plainRow) };
}

function madeUpCsv(): string {
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    const body = String(200_000_000_000 + at * 7);
    return `${body}${gtinCheckDigit(body)},Made-up ${made[at % made.length]} ${at},${5 + (at % 400)}.25`;
  });
  return `barcode,name,price\n${rows.join('\n')}\n`;
}

/** Rows without quotes, which is enough to pick products from. */
function plainRow(line: string): CatalogueRow[] {
  const [barcode, name, price, ...rest] = line.split(',');
  if (barcode === undefined || name === undefined || price === undefined) return [];
  return rest.length > 0 || line.includes('"') ? [] : [{ barcode, name, price }];
}
