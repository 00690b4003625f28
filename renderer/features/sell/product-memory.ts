import type { Product } from '../../../shared/api/catalog.ts';
import { barcodeLookupKeys } from '../../../shared/domain/codes.ts';

const MOST = 2000;
const byCode = new Map<string, Product>();

/** Keeps products that were seen on the screen, so that their codes need not be asked for again. */
export function rememberProducts(products: readonly Product[]): void {
  for (const product of products) {
    if (product.archived) continue;
    for (const code of product.barcodes) {
      byCode.delete(code);
      byCode.set(code, product);
    }
  }
  for (const oldest of byCode.keys()) {
    if (byCode.size <= MOST) break;
    byCode.delete(oldest);
  }
}

/** The product with this barcode as it was seen last, if it was. */
export function recallProduct(code: string): Product | undefined {
  for (const key of barcodeLookupKeys(code)) {
    const product = byCode.get(key);
    if (product !== undefined) return product;
  }
  return undefined;
}

/** Its code stands for something else now. */
export function forgetCode(code: string): void {
  for (const key of barcodeLookupKeys(code)) byCode.delete(key);
}
