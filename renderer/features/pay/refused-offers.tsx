import { useIsFetching } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OrderCommit } from '../../../shared/api/orders.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { ApiFailure } from '../../api/api-failure.ts';
import { offersKey } from '../../api/cart-offers.ts';
import { settingsKey } from '../../api/settings.ts';
import { useCart } from '../../state/cart.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import { balanceOf, useOffersState } from '../../state/offers.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { withoutPoints } from './payment-draft.ts';
import { paymentActions, usePayment } from './payment-store.ts';
import { BackToCart, backToPay, Frame } from './refused-frame.tsx';
import { payTexts } from './texts.ts';

export type OffersChangedProps = { failure: ApiFailure; body: OrderCommit; settings: Settings };

/** Offers, taxes or rounding are others than on the screen: the total as it was told, and as it is now. */
export function OffersChanged({ failure, body, settings }: OffersChangedProps) {
  const t = payTexts.useText();
  const isAsking = useIsFetching({ queryKey: offersKey }) + useIsFetching({ queryKey: settingsKey }) > 0;
  const priced = useCartPrice(settings);
  const isOffer = failure.code !== 'total-differs';
  const told = failure.details['totalMinor'];
  const nowMinor = typeof told === 'number' ? told : priced.totalMinor;
  return (
    <Frame
      title={t(isOffer ? 'offersTitle' : 'totalTitle')}
      what={isOffer ? `${failure.message} ${t('offersWhat')}` : t('totalWhat')}
      other={<BackToCart />}
      main={{ label: t('takeNewTotal'), onPress: backToPay }}
    >
      <dl className="flex flex-col gap-1 text-lg">
        <TotalRow label={t('totalWas')}>
          <Money minor={body.totalMinor} />
        </TotalRow>
        <TotalRow label={t('totalNow')} isStrong>
          {isAsking && typeof told !== 'number' ? '…' : <Money minor={nowMinor} />}
        </TotalRow>
      </dl>
    </Frame>
  );
}

function TotalRow({
  label,
  isStrong = false,
  children,
}: {
  label: string;
  isStrong?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-muted">{label}</dt>
      <dd className={isStrong ? 'font-semibold' : ''}>{children}</dd>
    </div>
  );
}

/** The points were spent elsewhere meanwhile, or the cloud cannot be asked: their payment goes back, the rest is taken in another way. */
export function PointsShort({ why }: { why: string }) {
  const t = payTexts.useText();
  const { number } = useFormats();
  const customer = useCart((state) => state.draft.customer);
  const balance = useOffersState((state) => balanceOf(state, customer) ?? 0);
  return (
    <Frame
      title={t('pointsShortTitle')}
      what={t('pointsShortWhat', { why })}
      other={<BackToCart />}
      main={{
        label: t('backToPayment'),
        onPress: () => {
          paymentActions.replace(withoutPoints(usePayment.getState().payment));
          backToPay();
        },
      }}
    >
      <p className="figures">
        {t('pointsShortNow', { name: customer?.name ?? '', count: balance, points: number(balance) })}
      </p>
      <p className="text-ink-muted">{t('pointsShortGiven')}</p>
    </Frame>
  );
}
