import type { CustomerCredits } from '../../../shared/api/credits.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import type { RedeemRule } from '../../../shared/domain/points.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { exchangedOf, type Exchange } from '../../state/exchange.ts';
import { creditTermsOf } from './credit-entry.ts';
import type { PaymentTerms } from './payment-draft.ts';

/** What a total is paid on, by the shop's settings; `spendable` points and `credits`: what who buys can pay with. */
export function paymentTermsOf(
  { totalMinor, rewards }: Pick<PricedDraft, 'totalMinor' | 'rewards'>,
  settings: Settings,
  spendable: number | null,
  credits: CustomerCredits | undefined,
): PaymentTerms {
  const { currency: code, locale } = settings.shop;
  return {
    totalMinor,
    cashRounding: settings.cash.rounding,
    currency: currencyOf(code) ?? { code, exponent: 2 },
    locale,
    points:
      spendable === null || !settings.points.redeem
        ? null
        : { ...redeemRuleOf(settings), balance: spendable - pointsOf(rewards) },
    credits: creditTermsOf(settings, credits),
  };
}

/** The same when what came back pays its part. */
export function afterExchange(terms: PaymentTerms, exchange: Exchange | null): PaymentTerms {
  return { ...terms, totalMinor: terms.totalMinor - exchangedOf(exchange, terms.totalMinor) };
}

function redeemRuleOf({ points: { redeem, valueMinor, minimumPoints } }: Settings): RedeemRule {
  return { redeem, valueMinor, minimumPoints };
}

function pointsOf(rewards: PricedDraft['rewards']): number {
  return rewards.reduce((sum, { points }) => sum + points, 0);
}
