import { useNavigate } from 'react-router';
import { useRef, type ReactNode } from 'react';
import type { OrderCommit } from '../../../shared/api/orders.ts';
import type { ApiFailure } from '../../api/api-failure.ts';
import { failures, isFailureCode } from '../../../shared/api/failures.ts';
import { useCommonText } from '../../app/i18n.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Money } from '../../ui/money.tsx';
import { paymentActions } from './payment-store.ts';
import { changedPrices, shortLines } from './read-details.ts';
import { payTexts } from './texts.ts';
import { quantityText } from '../../../shared/domain/quantity.ts';

type Refused = { failure: ApiFailure; body: OrderCommit };

const close = () => paymentActions.setCommit({ state: 'idle' });
const backToCart = () => {
  close();
  paymentActions.backToCart();
};
const backToPay = () => {
  close();
  paymentActions.openPay();
};

/** The sale was refused and is not in the books: why, what was kept, and how to go on. */
export function RefusedDialog({ failure, body }: Refused) {
  switch (failure.code) {
    case 'price-changed':
      return <PriceChanged failure={failure} body={body} />;
    case 'total-differs':
      return <TotalDiffers failure={failure} body={body} />;
    case 'stock-short':
      return <StockShort failure={failure} body={body} />;
    case 'order-id-reused':
      return <OrderIdReused body={body} />;
    default:
      return <Refusal failure={failure} body={body} />;
  }
}

type FrameProps = {
  title: string;
  what: string;
  children?: ReactNode;
  /** What else can be done. */
  other?: ReactNode;
  /** The way on: it has the focus, so Enter takes it. */
  main: { label: string; onPress: () => void };
};

function Frame({ title, what, children, other, main }: FrameProps) {
  const common = useCommonText();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      description={what}
      closeLabel={common('close')}
      initialFocus={button}
      footer={
        <>
          {other}
          <Button ref={button} variant="primary" onClick={main.onPress}>
            {main.label}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

function BackToCart() {
  const t = payTexts.useText();
  return <Button onClick={backToCart}>{t('backToCart')}</Button>;
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

function TotalDiffers({ failure, body }: Refused) {
  const t = payTexts.useText();
  const now = failure.details['totalMinor'];
  return (
    <Frame
      title={t('totalTitle')}
      what={t('totalWhat')}
      other={<BackToCart />}
      main={{ label: t('takeNewTotal'), onPress: backToPay }}
    >
      <dl className="flex flex-col gap-1 text-lg">
        <div className="flex justify-between gap-4">
          <dt className="text-ink-muted">{t('totalWas')}</dt>
          <dd>
            <Money minor={body.totalMinor} />
          </dd>
        </div>
        {typeof now === 'number' && (
          <div className="flex justify-between gap-4">
            <dt className="text-ink-muted">{t('totalNow')}</dt>
            <dd className="font-semibold">
              <Money minor={now} />
            </dd>
          </div>
        )}
      </dl>
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
