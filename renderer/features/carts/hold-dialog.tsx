import { useRef, useState, type FormEvent } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useRefreshCarts } from '../../api/carts.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useCart } from '../../state/cart.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { putAside } from './put-aside.ts';
import { cartsTexts } from './texts.ts';

/** What a cart is called that nobody named: its customer, or the time. */
export function useDefaultName(): string {
  const t = cartsTexts.useText();
  const { time } = useFormats();
  const customer = useCart((state) => state.draft.customer);
  return customer?.name.slice(0, 60) ?? t('defaultName', { time: time(nowMilliseconds()) });
}

type HoldDialogProps = { settings: Settings; onHeld: (name: string) => void; onClose: () => void };

/** Asks under which name the cart waits; Enter holds it. */
export function HoldDialog({ settings, onHeld, onClose }: HoldDialogProps) {
  const t = cartsTexts.useText();
  const { money } = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const suggested = useDefaultName();
  const [name, setName] = useState(suggested);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const { itemCount, totalMinor } = useCartPrice(settings);
  const refresh = useRefreshCarts();
  const hold = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    try {
      const given = name.trim() === '' ? suggested : name.trim();
      await putAside(given, settings);
      refresh();
      onHeld(given);
      onClose();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('holdTitle')}
      description={t('holdWhat', { count: itemCount, amount: money(totalMinor) })}
      size="small"
      initialFocus={field}
      dismissible={!isBusy}
      closeLabel={useCommonText()('close')}
      footer={
        <Button
          variant="primary"
          size="large"
          type="submit"
          form="hold-cart"
          keyLabel="Enter"
          busy={isBusy}
          className="flex-1"
        >
          {t('holdConfirm')}
        </Button>
      }
    >
      <form id="hold-cart" onSubmit={(event) => void hold(event)} className="flex flex-col gap-3">
        <TextField
          ref={field}
          label={t('holdName')}
          hint={t('holdNameHint')}
          maxLength={60}
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        {failure !== null && <FailureNotice failure={failure} />}
      </form>
    </Dialog>
  );
}
