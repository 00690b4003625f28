import type { ApiClient } from './api-client.ts';

export type UsedOffers = {
  /** A promotion that several sales had. */
  promotion: { id: string; title: string };
  /** A reward that was taken once. */
  reward: { id: string; title: string };
};

type Found = { id: string; title: string; name: string; priceMinor: number };

const soon = 7 * 86_400_000;

/** Sells with the offers of the demonstration, and adds one that is planned and one that is off. */
export async function sellWithOffers(api: ApiClient): Promise<UsedOffers> {
  const first = async (path: string): Promise<Found> => {
    const { items } = await api.call<{ items: Found[] }>('GET', path);
    if (items[0] === undefined) throw new Error(`Nothing is at ${path}.`);
    return items[0];
  };
  const promotion = await first('/promotions?search=Spanish%20bread&limit=1');
  const reward = await first('/rewards?search=coffee&limit=1');
  const bread = await first('/products?search=Spanish%20bread&limit=1');
  const coffee = await first('/products?search=Brewed%20coffee&limit=1');
  const members = await api.call<{ items: Found[] }>('GET', '/customers?sort=-pointsBalance&limit=4');
  const sell = (product: Found, quantity: number, totalMinor: number, more: object) =>
    api.call('POST', '/orders', {
      id: crypto.randomUUID(),
      lines: [
        {
          lineId: crypto.randomUUID(),
          productId: product.id,
          quantityMilli: quantity * 1000,
          unitPriceMinor: product.priceMinor,
        },
      ],
      tenders: totalMinor === 0 ? [] : [{ kind: 'cash', amountMinor: totalMinor }],
      totalMinor,
      print: false,
      ...more,
    });
  for (const [index, customer] of [...members.items, null, null].entries()) {
    await sell(bread, index % 2 === 0 ? 6 : 12, index % 2 === 0 ? 6000 : 12_000, {
      customerId: customer?.id ?? null,
    });
  }
  await sell(coffee, 1, 0, { customerId: members.items[0]?.id, rewardIds: [reward.id] });
  await api.call('POST', '/promotions', {
    title: 'Simbang Gabi: every third cake at half price',
    effect: { kind: 'buy-get', buyCount: 2, getCount: 1, percentPpm: 500_000 },
    audience: { kind: 'members' },
    validFrom: new Date(Date.now() + soon).toISOString(),
    validUntil: new Date(Date.now() + 2 * soon).toISOString(),
    hours: { days: [6, 7], from: '04:00', until: '09:00' },
    limitPerCustomer: 1,
    limitTotal: 200,
  });
  await api.call('POST', '/promotions', {
    title: 'Opening week',
    effect: { kind: 'amount', amountMinor: 2000 },
    minimumSpendMinor: 20_000,
    isActive: false,
  });
  return { promotion, reward };
}
