import { useEffect, useRef } from 'react';
import type { Failure } from '../../../shared/domain/result.ts';
import { exchangeActions, exchangedOf, type Exchange } from '../../state/exchange.ts';
import { PayoutChoice } from '../refunds/index.tsx';
import { paymentActions } from './payment-store.ts';

export type ExchangePayoutProps = { exchange: Exchange; totalMinor: number; problem: Failure | null };

/** More came back than is taken instead: how the rest goes to the customer. */
export function ExchangePayout({ exchange, totalMinor, problem }: ExchangePayoutProps) {
  const reference = useRef<HTMLInputElement>(null);
  const payouts = exchange.paidOut(exchangedOf(exchange, totalMinor));
  useEffect(() => reference.current?.focus(), [problem]);
  return (
    <section className="min-h-0 min-w-0 self-start overflow-y-auto rounded-card border bg-surface p-4 shadow-low [grid-area:amount]">
      <PayoutChoice
        {...exchange.chosen}
        ways={exchange.ways}
        payouts={payouts}
        pointsMinor={0}
        referenceField={reference}
        error={problem?.field === 'payout' ? problem.message : undefined}
        onChange={(chosen) => {
          paymentActions.change({});
          exchangeActions.choose(chosen);
        }}
      />
    </section>
  );
}
