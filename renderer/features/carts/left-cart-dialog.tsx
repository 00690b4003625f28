import { useRef, useState } from 'react';
import type { CartSummary } from '../../../shared/api/carts.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { useRefreshCarts } from '../../api/carts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CartPreview } from './cart-preview.tsx';
import { CartFacts } from './cart-row.tsx';
import { useDefaultName } from './hold-dialog.tsx';
import { putAside } from './put-aside.ts';
import { takeInHand } from './take-in-hand.ts';
import { tellTaken } from './tell-taken.ts';
import { cartsTexts } from './texts.ts';

export type LeftCartDialogProps = { cart: CartSummary; settings: Settings; onClose: () => void };

/** A screen or the till ended while a cart was being rung up: it is offered to whom it belongs. */
export function LeftCartDialog({ cart, settings, onClose }: LeftCartDialogProps) {
  const t = cartsTexts.useText();
  const goOn = useRef<HTMLButtonElement>(null);
  const defaultName = useDefaultName();
  const refresh = useRefreshCarts();
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const settle = async (isHeld: boolean) => {
    setBusy(true);
    try {
      // A scan that was under way when this opened.
      if (!isEmptyDraft(useCart.getState().draft)) await putAside(defaultName, settings);
      const taken = await takeInHand(cart);
      if (isHeld && taken.kind === 'taken')
        await putAside(cart.name === '' ? defaultName : cart.name, settings);
      else void tellTaken(cart.name, taken);
      onClose();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
    refresh();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('leftTitle')}
      description={t('leftWhat')}
      initialFocus={goOn}
      closeLabel={useCommonText()('close')}
      bodyClassName="flex flex-col gap-3"
      footer={
        <>
          <Button onClick={onClose}>{t('leftLater')}</Button>
          <Button onClick={() => void settle(true)} disabled={isBusy}>
            {t('leftHold')}
          </Button>
          <Button
            ref={goOn}
            variant="primary"
            keyLabel="Enter"
            busy={isBusy}
            onClick={() => void settle(false)}
          >
            {t('leftGoOn')}
          </Button>
        </>
      }
    >
      {failure !== null && <FailureNotice failure={failure} />}
      <p className="flex items-center gap-3 rounded-card border px-4 py-2">
        <CartFacts cart={{ ...cart, heldBy: null }} />
      </p>
      <div className="grid max-h-40">
        <CartPreview cartId={cart.id} />
      </div>
    </Dialog>
  );
}
