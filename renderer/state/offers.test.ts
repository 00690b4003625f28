import { beforeEach, expect, test } from 'vitest';
import type { OffersAnswer } from '../../shared/api/offers.ts';
import { makeCustomer } from './cart/make-samples.ts';
import { keepOffers, offersFor, useOffersState } from './offers.ts';

const general: OffersAnswer = { promotions: [], rewards: [], customer: null };
const own = (id: string): OffersAnswer => ({
  ...general,
  customer: {
    id,
    tierId: null,
    tierName: null,
    multiplierPpm: 1_000_000,
    pointsBalance: 7,
    spendablePoints: 5,
    expiringPoints: 0,
    expiringOn: null,
  },
});
const liza = makeCustomer({ id: 'liza', pointsBalance: 5, tierId: 'gold' });

beforeEach(() => useOffersState.setState({ answers: new Map() }));
const now = () => useOffersState.getState();

test('nothing is known before the first answer', () => {
  expect(offersFor(now(), null)).toBeNull();
  expect(offersFor(now(), liza)).toBeNull();
});

test('until the engine has answered for a customer, the general offers with what the scan told', () => {
  keepOffers(null, general);
  expect(offersFor(now(), null)).toBe(general);
  const meanwhile = offersFor(now(), liza);
  expect(meanwhile?.customer).toMatchObject({ id: 'liza', tierId: 'gold', pointsBalance: 5 });
  expect(offersFor(now(), liza)).toBe(meanwhile);
  const answer = own('liza');
  keepOffers('liza', answer);
  expect(offersFor(now(), liza)).toBe(answer);
});

test('a late answer for somebody else takes nobody’s place, and only the last customers are kept', () => {
  keepOffers(null, general);
  keepOffers('liza', own('liza'));
  keepOffers('ben', own('ben'));
  expect(offersFor(now(), liza)?.customer?.pointsBalance).toBe(7);
  for (let number = 0; number < 40; number += 1) keepOffers(`customer-${number}`, own(`customer-${number}`));
  expect(now().answers.size).toBeLessThan(30);
  expect(offersFor(now(), null)).toBe(general);
});
