import { z } from 'zod';
import {
  codeLine,
  id,
  instant,
  line,
  minorNotNegative,
  page,
  pageOf,
  quantityMilli,
  queryBoolean,
} from './common.ts';

export const barcode = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,64}$/, 'may hold up to 64 printable characters without spaces');
export const colour = z.enum(['amber', 'brown', 'green', 'red', 'olive', 'blue', 'violet', 'grey']);
export type Colour = z.infer<typeof colour>;

export const category = z
  .object({ id, name: z.string(), colour, position: z.int(), productCount: z.int().min(0) })
  .meta({ id: 'Category' });
export type Category = z.infer<typeof category>;
export const categoryCreate = z.strictObject({ name: line(60, 1), colour: colour.default('grey') });
export const categoryChange = z.strictObject({
  name: line(60, 1).optional(),
  colour: colour.optional(),
  position: z.int().min(0).max(10_000).optional(),
});

export const product = z
  .object({
    id,
    sku: z.string().nullable(),
    name: z.string(),
    barcodes: z.array(z.string()),
    categoryId: id.nullable(),
    colour,
    priceMinor: minorNotNegative,
    taxClassId: z.string(),
    unit: z.enum(['each', 'kg']),
    tracksStock: z.boolean(),
    onHandMilli: quantityMilli,
    lowStockMilli: quantityMilli.nullable(),
    favouritePosition: z.int().nullable(),
    pointsMultiplierPpm: z
      .int()
      .meta({ description: 'Points that it earns, in millionths of the usual: 2000000 is double.' }),
    archived: z.boolean(),
    updatedAt: instant,
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof product>;

export const productQuery = page.extend({
  search: z.string().max(200).optional(),
  categoryId: id.optional(),
  favourites: queryBoolean.optional(),
  archived: queryBoolean.optional(),
  sort: z
    .enum(['name', '-name', 'price', '-price', 'onHand', '-onHand', 'updatedAt', '-updatedAt'])
    .default('name'),
});
export const productPage = pageOf(product);

const productFields = {
  sku: codeLine(64, 1).nullable(),
  name: line(200, 1),
  barcodes: z.array(barcode).max(20),
  categoryId: id.nullable(),
  priceMinor: minorNotNegative.max(1_000_000_000_000),
  taxClassId: z.string().max(40),
  unit: z.enum(['each', 'kg']),
  tracksStock: z.boolean(),
  lowStockMilli: quantityMilli.min(0).nullable(),
  favouritePosition: z.int().min(0).max(10_000).nullable(),
  pointsMultiplierPpm: z.int().min(0).max(100_000_000),
};
export const productCreate = z.strictObject({
  ...productFields,
  sku: productFields.sku.default(null),
  barcodes: productFields.barcodes.default([]),
  categoryId: productFields.categoryId.default(null),
  taxClassId: productFields.taxClassId.optional(),
  unit: productFields.unit.default('each'),
  tracksStock: productFields.tracksStock.default(true),
  lowStockMilli: productFields.lowStockMilli.default(null),
  favouritePosition: productFields.favouritePosition.default(null),
  pointsMultiplierPpm: productFields.pointsMultiplierPpm.default(1_000_000),
  onHandMilli: quantityMilli.default(0).meta({ description: 'Opening stock, written as a movement.' }),
});
export type ProductCreate = z.input<typeof productCreate>;
export const productChange = z.strictObject({ ...productFields, archived: z.boolean() }).partial();
export type ProductChange = z.infer<typeof productChange>;

export const stockMovement = z
  .object({
    id,
    kind: z.enum(['sale', 'refund', 'receive', 'count', 'adjust', 'opening']),
    quantityMilli,
    reason: z.string(),
    orderId: id.nullable(),
    at: instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'StockMovement' });
export type StockMovement = z.infer<typeof stockMovement>;
export const stockMovementCreate = z.strictObject({
  kind: z.enum(['receive', 'count', 'adjust']),
  quantityMilli: quantityMilli
    .min(-1_000_000_000)
    .max(1_000_000_000)
    .meta({ description: 'Received or adjusted by; for a count, what was counted.' }),
  reason: line(200).default(''),
});
export const stockMovementPage = pageOf(stockMovement);

export const importProblem = z.object({
  row: z.int().min(1).meta({ description: 'The line of the file on which the row starts; 1 is the header.' }),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
});
export type ImportProblem = z.infer<typeof importProblem>;

export const productImport = z
  .object({
    id,
    fileName: z.string(),
    state: z.enum(['checking', 'ready', 'refused', 'applying', 'done', 'cancelled']),
    rowsTotal: z.int().min(0),
    rowsChecked: z.int().min(0),
    rowsApplied: z.int().min(0),
    toCreate: z.int().min(0),
    toUpdate: z.int().min(0),
    unchanged: z.int().min(0),
    problemCount: z.int().min(0),
    problems: z.array(importProblem).meta({ description: 'The first 500.' }),
    warnings: z
      .array(z.string())
      .meta({ description: 'What was left out or assumed, in sentences; none of it stops the import.' }),
    startedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'ProductImport' });
export type ProductImport = z.infer<typeof productImport>;
