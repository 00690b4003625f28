import type { Settings } from '../../../shared/api/settings.ts';
import { useCarts } from '../../api/carts.ts';
import { keyLabelOf, type ActionId } from '../../app/actions.ts';
import { openMenu } from '../../app/overlays.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { usePayment } from '../pay/index.ts';
import { ExchangeNote } from './exchange-note.tsx';
import { holdCart, recallCart } from './hold-cart.ts';
import { ScanNotice } from './scan-notice.tsx';
import { editTexts } from './edit-texts.ts';
import { sellView, type SellDialog } from './sell-view.ts';
import { sellTexts } from './texts.ts';
import { TotalsCard } from './totals-card.tsx';

export type ActColumnProps = {
  priced: PricedDraft;
  settings: Settings;
  onPay: () => void;
  onExactCash: () => void;
};

/** Right: the total, and what to do with it. */
export function ActColumn({ priced, settings, onPay, onExactCash }: ActColumnProps) {
  const t = sellTexts.useText();
  const isEmpty = useCart((state) => isEmptyDraft(state.draft));
  const hasTaken = usePayment((state) => state.payment.taken.length > 0);
  const hasLast = usePayment((state) => state.last !== null);
  const isStoring = usePayment((state) => state.commit.state === 'storing');
  return (
    <section
      aria-label={t('totals')}
      className="-m-1 flex min-h-0 min-w-0 flex-col gap-2 overflow-y-auto p-1 [grid-area:acts]"
    >
      <TotalsCard priced={priced} settings={settings} />
      <ExchangeNote />
      <Button
        variant="primary"
        size="huge"
        stacked
        keyLabel={keyLabelOf('sell.pay')}
        disabled={isEmpty && !hasTaken}
        onClick={onPay}
        className="shrink-0 short:min-h-15"
      >
        {t('pay')}
      </Button>
      <Button
        keyLabel={keyLabelOf('sell.exact-cash')}
        disabled={isEmpty}
        busy={isStoring}
        onClick={onExactCash}
        className="min-h-12 shrink-0 short:min-h-11"
      >
        {t('exactCash')}
      </Button>
      <LineActs />
      <div className="mt-auto flex flex-col gap-2 short:gap-1">
        <LastSale />
        <ScanNotice isTight={hasLast || priced.discountMinor > 0} />
      </div>
    </section>
  );
}

/** What can be done to the line and the cart, each with its key. */
function LineActs() {
  const t = sellTexts.useText();
  const edit = editTexts.useText();
  const isEmpty = useCart((state) => state.draft.lines.length === 0);
  const holdsNothing = useCart((state) => isEmptyDraft(state.draft));
  const selectedLineId = useCart((state) => state.draft.selectedLineId);
  const act = (id: ActionId, label: string, dialog: SellDialog, disabled = false) => (
    <ActButton
      label={label}
      keyLabel={keyLabelOf(id)}
      disabled={disabled}
      onClick={() => sellView.open(dialog)}
    />
  );
  const isNone = selectedLineId === null;
  return (
    <div className="grid shrink-0 grid-cols-3 gap-1.5 short:gap-1">
      {act('sell.quantity', t('quantity'), 'quantity', isNone)}
      {act('sell.discount', edit('discount'), 'discount', isEmpty)}
      {act('sell.line', edit('line'), 'line', isNone)}
      {act('sell.customer', t('customer'), 'customer')}
      {act('sell.ad-hoc', edit('adHocShort'), 'ad-hoc')}
      <ActButton
        label={t('removeLine')}
        keyLabel={keyLabelOf('sell.remove-line')}
        disabled={isNone}
        onClick={() => selectedLineId !== null && cartActions.remove(selectedLineId)}
      />
      <ActButton
        label={t('hold')}
        keyLabel={keyLabelOf('sell.hold')}
        disabled={holdsNothing}
        onClick={holdCart}
      />
      <RecallButton />
      <ActButton label={t('menu')} onClick={openMenu} />
    </div>
  );
}

/** The change of the sale before, which may still be in the cashier's hand. */
function LastSale() {
  const t = sellTexts.useText();
  const last = usePayment((state) => state.last);
  if (last === null) return null;
  return (
    <p className="flex items-baseline justify-between gap-2 rounded-card border px-3.5 py-2 text-sm short:py-0.5">
      <span className="min-w-0 truncate text-ink-muted">
        {t('lastChange')} <span className="figures text-xs">{last.receiptNumber.split('-').at(-1)}</span>
      </span>
      <Money minor={last.changeMinor} className="shrink-0 font-semibold" />
    </p>
  );
}

/** Says how many carts wait. */
function RecallButton() {
  const t = sellTexts.useText();
  const { data } = useCarts();
  const inHand = useCart((state) => state.orderId);
  const count = (data ?? []).filter(({ id }) => id !== inHand).length;
  return (
    <ActButton
      label={count === 0 ? t('recall') : t('recallCount', { count })}
      keyLabel={keyLabelOf('sell.recall')}
      onClick={recallCart}
    />
  );
}

function ActButton({
  label,
  keyLabel,
  disabled = false,
  onClick,
}: {
  label: string;
  keyLabel?: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      stacked
      {...(keyLabel === undefined ? {} : { keyLabel })}
      disabled={disabled}
      onClick={onClick}
      className="min-h-13 px-0.5! text-sm! short:min-h-11 short:gap-0! short:py-0.5! short:text-xs!"
    >
      {label}
    </Button>
  );
}
