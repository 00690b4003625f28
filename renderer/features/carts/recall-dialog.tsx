import { Trash2 } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { CartSummary } from '../../../shared/api/carts.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { discardCart, useCarts, useRefreshCarts } from '../../api/carts.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { withApprovals } from '../../app/approvals/index.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { nextIndex } from '../../ui/next-index.ts';
import { TextField } from '../../ui/text-field.tsx';
import { CartPreview } from './cart-preview.tsx';
import { CartRow } from './cart-row.tsx';
import { useDefaultName } from './hold-dialog.tsx';
import { putAside } from './put-aside.ts';
import { takeInHand } from './take-in-hand.ts';
import { tellTaken } from './tell-taken.ts';
import { cartsTexts } from './texts.ts';

export type RecallDialogProps = { settings: Settings; onClose: () => void };

/** Carts that wait, the newest first: found by typing, looked into, recalled with Enter. */
export function RecallDialog({ settings, onClose }: RecallDialogProps) {
  const t = cartsTexts.useText();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const [discarding, setDiscarding] = useState<CartSummary | null>(null);
  const { data: known, error, refetch, isFetchedAfterMount } = useCarts();
  // What was known before may be sold by now: nothing of it is acted on.
  const data = isFetchedAfterMount ? known : undefined;
  const recall = useRecall(settings, onClose);
  const hasCart = useCart((state) => !isEmptyDraft(state.draft));
  const inHand = useCart((state) => state.orderId);
  const search = typed.trim().toLocaleLowerCase();
  const shown = (data ?? []).filter(
    ({ id, name, owner }) => id !== inHand && `${name} ${owner.name}`.toLocaleLowerCase().includes(search),
  );
  const active = Math.min(index, Math.max(0, shown.length - 1));
  const chosen = shown[active];

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen !== undefined) void recall.start(chosen);
      return;
    }
    if (event.key === 'Delete' && typed === '' && chosen !== undefined) return setDiscarding(chosen);
    if (event.key === 'Home' || event.key === 'End') return;
    const next = nextIndex(active, event.key, shown.length, 6);
    if (next === null) return;
    event.preventDefault();
    setIndex(next);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('recallTitle')}
      description={hasCart && shown.length > 0 ? t('recallHoldsFirst') : undefined}
      size="large"
      initialFocus={field}
      closeLabel={useCommonText()('close')}
      bodyClassName="flex flex-col gap-3"
      footer={
        <>
          <Button
            icon={Trash2}
            keyLabel="Del"
            disabled={chosen === undefined}
            onClick={() => setDiscarding(chosen ?? null)}
          >
            {t('discard')}
          </Button>
          <Button
            variant="primary"
            keyLabel="Enter"
            disabled={chosen === undefined}
            busy={recall.isBusy}
            onClick={() => chosen !== undefined && void recall.start(chosen)}
          >
            {t('recallConfirm')}
          </Button>
        </>
      }
    >
      <TextField
        ref={field}
        label={t('recallSearch')}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${active}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      {recall.failure !== null && <FailureNotice failure={recall.failure} />}
      <div className="grid h-[min(20rem,calc(100dvh-19rem))] grid-cols-[minmax(0,1fr)_minmax(0,17rem)] gap-3">
        <div
          id={listId}
          {...(shown.length > 0 && { role: 'listbox', 'aria-label': t('recallList') })}
          className="overflow-y-auto rounded-card border"
        >
          {data !== undefined && shown.length === 0 && (
            <div role="presentation" className="p-6 text-center text-ink-muted [overflow-wrap:anywhere]">
              <p>{search === '' ? t('recallNone') : t('recallNothing', { text: typed.trim() })}</p>
              {search === '' && <p>{t('recallNoneHint', { key: keyLabelOf('sell.hold') })}</p>}
            </div>
          )}
          {shown.map((cart, row) => (
            <CartRow
              key={cart.id}
              id={`${listId}-${row}`}
              cart={cart}
              isActive={row === active}
              onPoint={() => setIndex(row)}
            />
          ))}
        </div>
        <CartPreview cartId={chosen?.id ?? null} />
      </div>
      {discarding !== null && <DiscardDialog cart={discarding} onClose={() => setDiscarding(null)} />}
    </Dialog>
  );
}

/** Recalls a cart; the one in hand is put on hold first. */
function useRecall(settings: Settings, onDone: () => void) {
  const defaultName = useDefaultName();
  const refresh = useRefreshCarts();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const start = async (cart: CartSummary): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      if (!isEmptyDraft(useCart.getState().draft)) await putAside(defaultName, settings);
      const taken = await takeInHand(cart);
      onDone();
      void tellTaken(cart.name, taken);
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
    refresh();
  };
  return { start, isBusy, failure };
}

function DiscardDialog({ cart, onClose }: { cart: CartSummary; onClose: () => void }) {
  const t = cartsTexts.useText();
  const refresh = useRefreshCarts();
  const [failure, setFailure] = useState<unknown>(null);
  const discard = async () => {
    try {
      await withApprovals((approvalIds) => discardCart(cart.id, approvalIds));
      refresh();
      onClose();
    } catch (thrown) {
      refresh();
      setFailure(thrown);
    }
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={cart.name === '' ? t('discardTitle') : t('discardNamed', { name: cart.name })}
      description={t('discardWhat')}
      confirmLabel={t('discardConfirm')}
      cancelLabel={t('keep')}
      closeLabel={useCommonText()('close')}
      danger
      onConfirm={() => void discard()}
    >
      {failure !== null && <FailureNotice failure={failure} />}
    </ConfirmDialog>
  );
}
