import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useCustomerCredits } from '../../api/credits.ts';
import { useSettings } from '../../api/settings.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { useScan } from '../../app/scanner/use-scan.ts';
import { useCart } from '../../state/cart.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import { useMay } from '../../state/session.ts';
import { HandOver, LeftCartDialog, useKeepCart } from '../carts/index.ts';
import {
  CommitProblem,
  DoneView,
  PayView,
  useFinishSale,
  useFitPoints,
  usePayment,
  waitBeforePaying,
} from '../pay/index.ts';
import { ActColumn } from './act-column.tsx';
import { CartColumn } from './cart-column.tsx';
import { ProductColumn } from './product-column.tsx';
import { presentPromotion } from './present-promotion.ts';
import { cartIsWhole, onPromotionScanned, onReceiptScanned, ringUpCode } from './ring-up.ts';
import { ScanNotice } from './scan-notice.tsx';
import { SellDialogs } from './sell-dialogs.tsx';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';
import { useKeepOffers } from './use-keep-offers.ts';
import { useSellKeys } from './use-sell-keys.ts';
import { useTypingGoesToSearch } from './use-typing-goes-to-search.ts';

waitBeforePaying(cartIsWhole);

/** Where selling happens: the cart, then the payment, then what was stored. */
export function SellPage() {
  const { data: settings } = useSettings();
  return settings === undefined ? null : <Till settings={settings} />;
}

function Till({ settings }: { settings: Settings }) {
  const t = sellTexts.useText();
  const navigate = useNavigate();
  const step = usePayment((state) => state.step);
  const finish = useFinishSale(settings);
  useKeepOffers();
  // At hand by the time it is paid.
  useCustomerCredits(useCart((state) => state.draft.customer?.id ?? null));
  const kept = useKeepCart(settings);
  useFitPoints(settings, (points) => sellView.tell({ kind: 'points-back', points }));
  useScan(({ code }) => ringUpCode(code));
  const mayRefund = useMay('refunds.make');
  useEffect(
    () => onReceiptScanned((orderId) => void navigate(`/${mayRefund ? 'refund' : 'sales'}/${orderId}`)),
    [navigate, mayRefund],
  );
  useEffect(
    () => onPromotionScanned((promotion, code) => presentPromotion(promotion, code, settings)),
    [settings],
  );
  // What one customer was looked up for is not the next one's.
  useEffect(() => {
    if (step !== 'done') return;
    sellView.type('');
    sellView.hush();
  }, [step]);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = page.current;
    element?.addEventListener('mousedown', keepCaret);
    return () => element?.removeEventListener('mousedown', keepCaret);
  }, []);
  return (
    <div ref={page} className="h-full">
      <h1 className="sr-only">{t('pageTitle')}</h1>
      {step === 'cart' && (
        <SellView settings={settings} onExactCash={() => void finish.finishWithExactCash()} />
      )}
      {step === 'pay' && <PayView settings={settings} finish={finish} notice={<ScanNotice />} />}
      {step === 'done' && <DoneView settings={settings} />}
      <SellDialogs settings={settings} />
      <HandOver settings={settings} />
      {kept.left !== null && <LeftCartDialog cart={kept.left} settings={settings} onClose={kept.dismiss} />}
      <CommitProblem finish={finish} settings={settings} />
    </div>
  );
}

/** A press with the mouse leaves the caret where it is. */
function keepCaret(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button, [role=option]'))
    event.preventDefault();
}

function SellView({ settings, onExactCash }: { settings: Settings; onExactCash: () => void }) {
  const inputRef = useRef<HTMLInputElement>(null);
  const priced = useCartPrice(settings);
  const pay = useSellKeys({ inputRef, onExactCash });
  useTypingGoesToSearch(inputRef);
  return (
    <div className="sell-grid h-full p-2.5 pb-2">
      <ProductColumn inputRef={inputRef} />
      <CartColumn priced={priced} settings={settings} />
      <ActColumn priced={priced} settings={settings} onPay={pay} onExactCash={onExactCash} />
    </div>
  );
}
