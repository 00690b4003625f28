import { useEffect, useRef, type RefObject } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useSignOut } from '../../api/sessions.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { steadyMilliseconds } from '../../app/clock.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { useCart } from '../../state/cart.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import type { CartOwner } from '../../state/cart-owner.ts';
import { useAccount } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { sumTaken, usePayment } from '../pay/index.ts';
import { handOverTexts } from './hand-over-texts.ts';
import { useHandOver, useOtherOwner } from './use-hand-over.ts';

/** A second Enter after the PIN is not meant for what has just come up. */
const calmMilliseconds = 600;

/** Somebody else signed in while a cart was in hand: it waits for its owner, or goes to who is here now. */
export function HandOver({ settings }: { settings: Settings }) {
  const { itemCount } = useCartPrice(settings);
  const owner = useOtherOwner(itemCount);
  return owner === null ? null : <HandOverDialog key={owner.id} owner={owner} settings={settings} />;
}

function HandOverDialog({ owner, settings }: { owner: CartOwner; settings: Settings }) {
  const t = handOverTexts.useText();
  const { money } = useFormats();
  const { displayName: name } = useAccount();
  const { itemCount, totalMinor } = useCartPrice(settings);
  const takenMinor = usePayment((state) => sumTaken(state.payment.taken));
  const first = useRef<HTMLButtonElement>(null);
  const { failure, isBusy, putAside, takeOver } = useHandOver(owner, settings);
  const onceCalm = useCalm();
  const signOut = useSignOut();
  const words = { owner: owner.displayName, name, amount: money(totalMinor) };
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      dismissible={false}
      initialFocus={first}
      title={t('title', words)}
      description={t('what', { count: itemCount, ...words })}
      bodyClassName="flex flex-col gap-3"
      footer={
        <>
          <Button
            className="mr-auto"
            keyLabel={keyLabelOf('session.lock')}
            disabled={isBusy}
            onClick={() => signOut('locked')}
          >
            {t('lockAgain')}
          </Button>
          <TakeOverButton
            ref={takenMinor > 0 ? first : null}
            isOnly={takenMinor > 0}
            isBusy={isBusy}
            onTake={() => onceCalm(takeOver)}
          />
          {takenMinor === 0 && (
            <PutAsideButton ref={first} isBusy={isBusy} onPut={() => onceCalm(putAside)} />
          )}
        </>
      }
    >
      {failure !== null && <FailureNotice failure={failure} />}
      {takenMinor > 0 && (
        <p className="rounded-control bg-warn-soft px-4 py-3 text-warn">
          {t('taken', { ...words, amount: money(takenMinor) })}
        </p>
      )}
      <Lines />
    </Dialog>
  );
}

type SettleButton = { ref: RefObject<HTMLButtonElement | null> | null; isBusy: boolean };

function TakeOverButton({
  ref,
  isOnly,
  isBusy,
  onTake,
}: SettleButton & { isOnly: boolean; onTake: () => void }) {
  const t = handOverTexts.useText();
  useAction('sell.recall', onTake);
  return (
    <Button
      ref={ref}
      variant={isOnly ? 'primary' : 'secondary'}
      keyLabel={keyLabelOf('sell.recall')}
      disabled={isBusy}
      onClick={onTake}
    >
      {t('takeOver')}
    </Button>
  );
}

function PutAsideButton({ ref, isBusy, onPut }: SettleButton & { onPut: () => void }) {
  const t = handOverTexts.useText();
  useAction('sell.hold', onPut);
  return (
    <Button ref={ref} variant="primary" keyLabel={keyLabelOf('sell.hold')} busy={isBusy} onClick={onPut}>
      {t('putAside')}
    </Button>
  );
}

function Lines() {
  const t = handOverTexts.useText();
  const { quantity } = useFormats();
  const { lines, customer } = useCart((state) => state.draft);
  return (
    <section
      aria-label={t('inCart')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
      tabIndex={0}
      className="max-h-48 overflow-y-auto rounded-card bg-sunken px-4 py-3 text-sm"
    >
      {customer !== null && <p className="mb-1 truncate font-medium">{customer.name}</p>}
      <ul>
        {lines.map(({ lineId, product, quantityMilli }) => (
          <li key={lineId} className="flex gap-2 py-0.5">
            <span className="figures w-12 shrink-0 text-right text-ink-muted">{quantity(quantityMilli)}</span>
            <span className="min-w-0 flex-1 wrap-anywhere">{product.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lets an act through only once the dialog has stood for a moment. */
function useCalm(): (act: () => void) => void {
  const openedAt = useRef(Infinity);
  useEffect(() => {
    openedAt.current = steadyMilliseconds();
  }, []);
  return (act) => {
    if (steadyMilliseconds() - openedAt.current >= calmMilliseconds) act();
  };
}
