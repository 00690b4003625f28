import { expect, test } from 'vitest';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';

test('goods go into goods freely; into a gift card they go another way than they were paid', async () => {
  const till = await openTestEngine();
  await till.setUp();
  const token = await till.signInStaff();
  await till.openShift();
  const allow = { within: 'allow', limit: null, beyond: 'allow' };
  await till.call('PATCH', '/settings', { body: { acts: { refund: allow } } });
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500 });
  const { order } = await ringUp(till, { lines: [{ product: bread, quantityMilli: 3_000 }], token });
  const exchangeFor = (goods: number, cardMinor: number) => ({
    id: systemIds.uuid(),
    lines: [
      { lineId: systemIds.uuid(), productId: bread.id, quantityMilli: goods * 1_000, unitPriceMinor: 5_500 },
    ],
    giftCards: cardMinor === 0 ? [] : [{ lineId: systemIds.uuid(), amountMinor: cardMinor }],
    tenders: [],
    totalMinor: goods * 5_500 + cardMinor,
  });
  const back = (quantityMilli: number, exchange: ReturnType<typeof exchangeFor>) => {
    const payouts = [{ kind: 'exchange' as const, amountMinor: exchange.totalMinor }];
    return takeBack(till, order, {
      lines: [{ position: 0, quantityMilli }],
      token,
      more: { exchange, payouts },
    });
  };
  expect((await back(1_000, exchangeFor(1, 0))).status).toBe(201);
  expect((await back(2_000, exchangeFor(1, 5_500))).body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'refund-other-tender', figure: 5_500 },
  });
});
