import type { Product, ProductChange, ProductCreate } from '../../../shared/api/catalog.ts';

/** A product as it stands in the form; `priceMinor` is null while nothing readable is written. */
export type ProductDraft = {
  name: string;
  sku: string;
  barcodes: readonly string[];
  categoryId: string | null;
  priceMinor: number | null;
  taxClassId: string;
  unit: 'each' | 'kg';
  tracksStock: boolean;
  lowStockMilli: number | null;
  openingMilli: number | null;
  isFavourite: boolean;
  favouritePosition: number | null;
  /** In millionths of the usual points. */
  pointsMultiplierPpm: number | null;
};

const usualPoints = 1_000_000;

export function newDraft(taxClassId: string, barcode: string): ProductDraft {
  return {
    name: '',
    sku: '',
    barcodes: barcode === '' ? [] : [barcode],
    categoryId: null,
    priceMinor: null,
    taxClassId,
    unit: 'each',
    tracksStock: false,
    lowStockMilli: null,
    openingMilli: null,
    isFavourite: false,
    favouritePosition: null,
    pointsMultiplierPpm: usualPoints,
  };
}

/** The opening stock of a new product: what has one is counted. */
export function withOpening(openingMilli: number | null): Partial<ProductDraft> {
  return openingMilli === null ? { openingMilli } : { openingMilli, tracksStock: true };
}

export function draftOf(product: Product): ProductDraft {
  return {
    name: product.name,
    sku: product.sku ?? '',
    barcodes: product.barcodes,
    categoryId: product.categoryId,
    priceMinor: product.priceMinor,
    taxClassId: product.taxClassId,
    unit: product.unit,
    tracksStock: product.tracksStock,
    lowStockMilli: product.lowStockMilli,
    openingMilli: null,
    isFavourite: product.favouritePosition !== null,
    favouritePosition: product.favouritePosition,
    pointsMultiplierPpm: product.pointsMultiplierPpm,
  };
}

export function isChanged(draft: ProductDraft, from: ProductDraft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(from);
}

export type DraftProblem = 'name' | 'priceMinor' | 'pointsMultiplierPpm';

/** What is still missing before it can be sent; everything else the engine checks and says at its field. */
export function problemsOf(draft: ProductDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.name.trim() === '') problems.push('name');
  if (draft.priceMinor === null) problems.push('priceMinor');
  if (draft.pointsMultiplierPpm === null) problems.push('pointsMultiplierPpm');
  return problems;
}

function fieldsOf(draft: ProductDraft) {
  const { barcodes, categoryId, taxClassId, unit, tracksStock, lowStockMilli, favouritePosition } = draft;
  return {
    name: draft.name.trim(),
    sku: draft.sku.trim() === '' ? null : draft.sku.trim(),
    barcodes: [...barcodes],
    categoryId,
    priceMinor: draft.priceMinor ?? 0,
    taxClassId,
    unit,
    tracksStock,
    lowStockMilli: tracksStock ? lowStockMilli : null,
    favouritePosition: draft.isFavourite ? (favouritePosition ?? 0) : null,
    pointsMultiplierPpm: draft.pointsMultiplierPpm ?? usualPoints,
  };
}

export function createOf(draft: ProductDraft): ProductCreate {
  return { ...fieldsOf(draft), onHandMilli: draft.tracksStock ? (draft.openingMilli ?? 0) : 0 };
}

/** Only what is different, so that what somebody else changed meanwhile is left alone. */
export function changeOf(draft: ProductDraft, from: ProductDraft): ProductChange {
  const before = fieldsOf(from);
  return Object.fromEntries(
    Object.entries(fieldsOf(draft)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before]),
    ),
  );
}
