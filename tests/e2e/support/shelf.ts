import { gtinCheckDigit } from '../../../shared/domain/codes.ts';
import type { ApiClient } from './api-client.ts';

export type ShelfProduct = { id: string; name: string; barcode: string; priceMinor: number };

let made = 0;

/** Puts a new product on the shelf, with a barcode that nothing else has. */
export async function addProduct(api: ApiClient, name: string, priceMinor: number): Promise<ShelfProduct> {
  made += 1;
  const body = `480${String(100_000_000 + made)}`;
  const barcode = body + gtinCheckDigit(body);
  const { id } = await api.call<{ id: string }>('POST', '/products', {
    name,
    priceMinor,
    barcodes: [barcode],
    onHandMilli: 500_000,
  });
  return { id, name, barcode, priceMinor };
}

/** A product of which there is nothing left. */
export async function addSoldOut(api: ApiClient, name: string, priceMinor: number): Promise<ShelfProduct> {
  const product = await addProduct(api, name, priceMinor);
  await api.call('POST', `/products/${product.id}/stock-movements`, {
    kind: 'count',
    quantityMilli: 0,
    reason: 'sold out',
  });
  return product;
}
