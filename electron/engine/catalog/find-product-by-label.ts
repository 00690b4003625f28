import type { Product } from '../../../shared/api/catalog.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import {
  embeddedLookupKeys,
  embeddedSale,
  readEmbeddedCode,
  type EmbeddedSale,
} from '../../../shared/domain/embedded-barcode.ts';
import type { EngineContext } from '../context.ts';
import { findProductByCode } from './find-product-by-code.ts';

/** The product of an in-store label and what the label sells of it, by the shop's own rules; null for anything else. */
export function findProductByLabel(
  context: EngineContext,
  raw: string,
): { product: Product; sale: EmbeddedSale } | null {
  const label = readEmbeddedCode(cleanScan(raw), context.settings().barcodes.embedded);
  if (label === null) return null;
  for (const key of embeddedLookupKeys(label)) {
    const product = findProductByCode(context, key);
    const sale = product === null ? null : embeddedSale(label, product);
    if (product !== null && sale !== null) return { product, sale };
  }
  return null;
}
