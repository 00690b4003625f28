import type { Promotion, PromotionCreate, Reward, RewardCreate } from '../../../shared/api/offers.ts';
import type { ApiClient } from './api-client.ts';

export const makePromotion = (api: ApiClient, promotion: PromotionCreate): Promise<Promotion> =>
  api.call('POST', '/promotions', promotion);

export const makeReward = (api: ApiClient, reward: RewardCreate): Promise<Reward> =>
  api.call('POST', '/rewards', reward);

/** Points pay 0.10 each; tiers at nothing, 500 and 5,000 points. */
export async function openScheme(api: ApiClient): Promise<void> {
  await api.call('PATCH', '/settings', {
    points: {
      redeem: true,
      valueMinor: 10,
      minimumPoints: 50,
      expiryMonths: 1,
      tiers: [
        { id: 'member', name: 'Member', fromPoints: 0, multiplierPpm: 1_000_000 },
        { id: 'silver', name: 'Silver', fromPoints: 500, multiplierPpm: 1_500_000 },
        { id: 'gold', name: 'Gold', fromPoints: 5_000, multiplierPpm: 2_000_000 },
      ],
    },
  });
}

export async function givePoints(api: ApiClient, customerId: string, points: number): Promise<void> {
  await api.call('POST', `/customers/${customerId}/points`, {
    id: crypto.randomUUID(),
    kind: 'bonus',
    points,
    reason: 'Welcome',
  });
}

/** The signed code of the customer's card. */
export async function cardCodeOf(api: ApiClient, customerId: string): Promise<string> {
  return (await api.call<{ cardCode: string }>('GET', `/customers/${customerId}/card`)).cardCode;
}
