import { useNavigate } from 'react-router';
import type { OrderCommit } from '../../../shared/api/orders.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { ApiFailure } from '../../api/api-failure.ts';
import { failures, isFailureCode } from '../../../shared/api/failures.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { changedPrices, shortLines } from './read-details.ts';
import { BackToCart, backToCart, backToPay, Frame } from './refused-frame.tsx';
import { OffersChanged, PointsShort } from './refused-offers.tsx';
import { payTexts } from './texts.ts';
import { quantityText } from '../../../shared/domain/quantity.ts';

type Refused = { failure: ApiFailure; body: OrderCommit };
export type RefusedDialogProps = Refused & { settings: Settings };

/** The sale was refused and is not in the books: why, what was kept, and how to go on. */
export function RefusedDialog({ failure, body, settings }: RefusedDialogProps) {
  switch (failure.code) {
    case 'price-changed':
      return <PriceChanged failure={failure} body={body} />;
    case 'total-differs':
    case 'promotion-refused':
    case 'reward-refused':
      return <OffersChanged failure={failure} body={body} settings={settings} />;
    case 'points-short':
      return <PointsShort why={failure.message} />;
    case 'stock-short':
      return <StockShort failure={failure} body={body} />;
    case 'order-id-reused':
      return <OrderIdReused body={body} />;
    default:
      return <Refusal failure={failure} body={body} />;
  }
}

function PriceChanged({ failure }: Refused) {
  const t = payTexts.useText();
  const changes = changedPrices(failure.details);
  return (
    <Frame
      title={t('priceChangedTitle')}
      what={t('priceChangedWhat')}
      other={<BackToCart />}
      main={{
        label: t('useNewPrices'),
        onPress: () => {
          cartActions.takeNewPrices(changes);
          backToPay();
        },
      }}
    >
      <table className="w-full">
        <thead>
          <tr className="text-left text-sm text-ink-muted">
            <th scope="col" className="font-medium">
              {t('priceLine')}
            </th>
            <th scope="col" className="pl-4 text-right font-medium">
              {t('priceWas')}
            </th>
            <th scope="col" className="pl-4 text-right font-medium">
              {t('priceNow')}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.lineId} className="border-t">
              <td className="py-2 [overflow-wrap:anywhere]">{change.name}</td>
              <td className="py-2 pl-4 text-right text-ink-muted">
                <Money minor={change.wasMinor} />
              </td>
              <td className="py-2 pl-4 text-right font-semibold">
                <Money minor={change.nowMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

function StockShort({ failure }: Refused) {
  const t = payTexts.useText();
  return (
    <Frame
      title={t('stockTitle')}
      what={t('stockWhat')}
      main={{ label: t('backToCart'), onPress: backToCart }}
    >
      <ul>
        {shortLines(failure.details).map((line) => (
          <li key={line.productId} className="border-t py-2">
            <p className="font-medium [overflow-wrap:anywhere]">{line.name}</p>
            <p className="figures text-ink-muted">
              {t('stockLine', {
                onHand: quantityText(line.onHandMilli),
                wanted: quantityText(line.wantedMilli),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

function OrderIdReused({ body }: { body: OrderCommit }) {
  const t = payTexts.useText();
  const navigate = useNavigate();
  return (
    <Frame
      title={t('reusedTitle')}
      what={t('reusedWhat')}
      other={
        <Button
          onClick={() => {
            cartActions.sellAsNew();
            backToPay();
          }}
        >
          {t('reusedNew')}
        </Button>
      }
      main={{
        label: t('reusedLook'),
        onPress: () => {
          backToCart();
          void navigate(`/sales/${body.id}`);
        },
      }}
    />
  );
}

function Refusal({ failure, body }: Refused) {
  const t = payTexts.useText();
  const name = useLineName(failure, body);
  const remedy = isFailureCode(failure.code) ? failures[failure.code].remedy : '';
  return (
    <Frame
      title={t('problemTitle')}
      what={name === undefined ? failure.message : t('unknownProduct', { name })}
      other={<BackToCart />}
      main={{ label: t('backToPayment'), onPress: backToPay }}
    >
      <p>{remedy}</p>
      <p className="text-ink-muted">{t('problemKept')}</p>
    </Frame>
  );
}

/** The name of the line whose product is gone. */
function useLineName(failure: ApiFailure, body: OrderCommit): string | undefined {
  const lines = useCart((state) => state.draft.lines);
  const index = /^lines\.(\d+)\.productId$/.exec(failure.field ?? '')?.[1];
  const lineId = index === undefined ? undefined : body.lines[Number(index)]?.lineId;
  return lines.find((line) => line.lineId === lineId)?.product.name;
}
