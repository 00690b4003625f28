import { lazy, Suspense } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { lineOf } from '../../state/cart/cart-draft.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { HoldDialog, RecallDialog } from '../carts/index.ts';
import { sumTaken, usePayment } from '../pay/index.ts';
import { AdHocDialog } from './ad-hoc-dialog.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { GiftCardDialog } from './gift-card-dialog.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { LineSheet } from './line-sheet.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';
import { addToCart, ringUpCode } from './ring-up.ts';
import { sellView, useSellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';
import { WhyDialog } from './why-dialog.tsx';

const CameraScanDialog = lazy(async () => ({
  default: (await import('../../app/scanner/camera-scan-dialog.tsx')).CameraScanDialog,
}));

/** The dialog that is open, if one is. */
export function SellDialogs({ settings }: { settings: Settings }) {
  const dialog = useSellView((view) => view.dialog);
  const giftCard = useSellView((view) => view.giftCard);
  return (
    <>
      <WeighDialog />
      {dialog === 'hold' && (
        <HoldDialog
          settings={settings}
          onHeld={(name) => sellView.tell({ kind: 'on-hold', name })}
          onClose={sellView.close}
        />
      )}
      {dialog === 'recall' && <RecallDialog settings={settings} onClose={sellView.close} />}
      {dialog === 'quantity' && <LineQuantityDialog />}
      {dialog === 'discount' && <DiscountDialog settings={settings} onClose={sellView.close} />}
      {dialog === 'ad-hoc' && <AdHocDialog settings={settings} onClose={sellView.close} />}
      <LineDialog settings={settings} />
      {dialog === 'customer' && <CustomerDialog onClose={sellView.close} />}
      {dialog === 'clear' && <ClearDialog />}
      {dialog === 'gift-card' && (
        <GiftCardDialog key={giftCard} settings={settings} scanned={giftCard} onClose={sellView.close} />
      )}
      {dialog === 'why' && <WhyDialog settings={settings} onClose={sellView.close} />}
      {dialog === 'camera' && (
        <Suspense fallback={null}>
          <CameraScanDialog open onOpenChange={(open) => !open && sellView.close()} onCode={ringUpCode} />
        </Suspense>
      )}
    </>
  );
}

function LineQuantityDialog() {
  const line = useCart(({ draft }) => lineOf(draft, draft.selectedLineId));
  if (line === undefined) return null;
  return (
    <QuantityDialog
      product={line.product}
      currentMilli={line.quantityMilli}
      onClose={sellView.close}
      onSet={(quantityMilli) => {
        if (cartActions.setQuantity(line.lineId, quantityMilli) !== null) sellView.tell({ kind: 'too-much' });
      }}
    />
  );
}

/** What is asked about the selected line. */
function LineDialog({ settings }: { settings: Settings }) {
  const dialog = useSellView((view) => view.dialog);
  const line = useCart(({ draft }) => lineOf(draft, draft.selectedLineId));
  if (line === undefined) return null;
  if (dialog === 'line') return <LineSheet line={line} onClose={sellView.close} />;
  if (dialog === 'note') return <NoteDialog line={line} onClose={sellView.close} />;
  if (dialog === 'price') return <PriceDialog line={line} settings={settings} onClose={sellView.close} />;
  return null;
}

/** What is sold by weight is weighed before it is in the cart; closing this leaves it out. */
function WeighDialog() {
  const next = useSellView((view) => view.weighing[0]);
  if (next === undefined) return null;
  return (
    <QuantityDialog
      key={next.product.id}
      product={next.product}
      currentMilli={null}
      onClose={sellView.weighed}
      onSet={(quantityMilli) => addToCart(next.product, quantityMilli, next.code)}
    />
  );
}

function ClearDialog() {
  const t = sellTexts.useText();
  const common = useCommonText();
  const { money } = useFormats();
  const count = useCart((state) => state.draft.lines.length);
  const takenMinor = usePayment((state) => sumTaken(state.payment.taken));
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && sellView.close()}
      title={t('clearTitle')}
      description={
        takenMinor > 0 ? t('clearTaken', { amount: money(takenMinor) }) : t('clearDescription', { count })
      }
      confirmLabel={t('clearConfirm')}
      cancelLabel={t('keep')}
      closeLabel={common('close')}
      danger
      onConfirm={() => {
        cartActions.clear();
        sellView.type('');
        sellView.close();
      }}
    />
  );
}
