import { signInToApi, type ApiClient } from './api-client.ts';
import { addProduct } from './shelf.ts';
import { demoOwner } from './sign-in.ts';
import { startTill, type Till } from './start-till.ts';

/** A demonstration shop with what its screens are looked at with. */
export type DemoShop = {
  till: Till;
  api: ApiClient;
  /** Barcodes of what is in the demonstration, in the order of their names. */
  barcodes: string[];
  /** A product that costs a seven-digit amount and has a long name. */
  dearBarcode: string;
  customer: { id: string; name: string; qrCode: string };
  /** A sale to that customer. */
  sale: { id: string; receiptNumber: string };
  product: { id: string; name: string };
  cashierId: string;
};

type Named = { id: string; name: string };

export async function openDemoShop(): Promise<DemoShop> {
  const till = await startTill({ demo: true });
  const api = await signInToApi(till, demoOwner);
  const first = async <Item>(path: string): Promise<Item> => {
    const { items } = await api.call<{ items: Item[] }>('GET', path);
    if (items[0] === undefined) throw new Error(`Nothing is at ${path}.`);
    return items[0];
  };
  const shelf = await api.call<{ items: (Named & { barcodes: string[] })[] }>('GET', '/products?limit=100');
  const dear = await addProduct(
    api,
    'Deck oven, three trays, stainless steel, with stand and steam injection, delivered and installed',
    124_999_900,
  );
  const customer = await first<DemoShop['customer']>('/customers?sort=-pointsBalance&limit=1');
  return {
    till,
    api,
    barcodes: shelf.items.flatMap(({ barcodes }) => barcodes.slice(0, 1)),
    dearBarcode: dear.barcode,
    customer,
    sale: await first(`/customers/${customer.id}/orders?limit=1`),
    product: await first('/products?search=Pandesal&limit=1'),
    cashierId: (await first<{ id: string }>('/accounts?search=cashier&limit=1')).id,
  };
}
