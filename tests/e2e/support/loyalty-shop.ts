import { openDemoShop, type DemoShop } from './demo-shop.ts';
import { cardCodeOf, givePoints, makePromotion, makeReward, openScheme } from './offers.ts';

/** A demonstration shop with a loyalty scheme, and more offers than the demonstration has by itself. */
export type LoyaltyShop = DemoShop & {
  /** The signed code of the customer's card. */
  cardCode: string;
  /** Barcodes of what the offers are about. */
  pandesal: string;
  coffee: string;
  cake: string;
  /** QR codes of a promotion that may be had, and of one that has ended. */
  couponQr: string;
  endedQr: string;
};

type Found = { id: string; name: string; categoryId: string | null; barcodes: string[] };

export async function openLoyaltyShop(): Promise<LoyaltyShop> {
  const shop = await openDemoShop();
  const { api, customer } = shop;
  const find = async (name: string): Promise<Found> => {
    const { items } = await api.call<{ items: Found[] }>('GET', `/products?search=${name}&limit=1`);
    if (items[0] === undefined) throw new Error(`The demonstration has no ${name}.`);
    return items[0];
  };
  const [pandesal, coffee, cake] = [await find('Pandesal'), await find('coffee'), await find('Banana')];
  await openScheme(api);
  await givePoints(api, customer.id, 1_250);
  await makePromotion(api, {
    title: 'Three packs of pandesal for ₱150',
    effect: { kind: 'bundle', count: 3, priceMinor: 15_000 },
    scope: { kind: 'products', productIds: [pandesal.id] },
  });
  await makePromotion(api, {
    title: 'Silver Thursday',
    effect: { kind: 'points' },
    audience: { kind: 'tiers', tierIds: ['silver', 'gold'] },
    bonusPoints: 20,
  });
  await makePromotion(api, {
    title: '₱25 off from ₱500',
    effect: { kind: 'amount', amountMinor: 2_500 },
    minimumSpendMinor: 50_000,
  });
  await makePromotion(api, {
    title: 'Early birds: coffee at half price',
    effect: { kind: 'percent', percentPpm: 500_000 },
    scope: { kind: 'products', productIds: [coffee.id] },
    hours: { days: [1, 2, 3, 4, 5, 6, 7], from: '04:00', until: '04:01' },
  });
  const coupon = await makePromotion(api, {
    title: 'Neighbours’ coupon',
    effect: { kind: 'percent', percentPpm: 200_000 },
    scope: { kind: 'products', productIds: [cake.id] },
    needsCode: true,
    couponCode: 'NEIGHBOUR',
  });
  const ended = await makePromotion(api, {
    title: 'All Saints’ week',
    effect: { kind: 'percent', percentPpm: 100_000 },
    needsCode: true,
    validUntil: '2026-01-01T00:00:00.000Z',
  });
  await makeReward(api, {
    title: 'Weekend basket',
    points: 6_000,
    effect: { kind: 'percent', percentPpm: 500_000 },
  });
  return {
    ...shop,
    cardCode: await cardCodeOf(api, customer.id),
    pandesal: codeOf(pandesal),
    coffee: codeOf(coffee),
    cake: codeOf(cake),
    couponQr: coupon.qrCode,
    endedQr: ended.qrCode,
  };
}

function codeOf({ name, barcodes }: Found): string {
  if (barcodes[0] === undefined) throw new Error(`${name} has no barcode.`);
  return barcodes[0];
}
