import { useRef, useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { changePrice } from '../../state/cart/change-price.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { actOfDraft, allowAct, wayNow } from './allow-act.ts';
import { AskedWords } from './discount-dialog.tsx';
import { editTexts } from './edit-texts.ts';
import { PricePad } from './price-pad.tsx';
import { ReasonField } from './reason-field.tsx';
import { sellView } from './sell-view.ts';

export type PriceDialogProps = { line: DraftLine; settings: Settings; onClose: () => void };

/** Asks another price for a line than the shelf says; the books are told why. */
export function PriceDialog({ line, settings, onClose }: PriceDialogProps) {
  const t = editTexts.useText();
  const common = useCommonText();
  const { money } = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const form = usePriceForm({ line, settings, onClose });
  const { product } = line;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('priceTitle')}
      description={product.name}
      size="large"
      bodyClassName="pb-3!"
      initialFocus={field}
      closeLabel={common('close')}
      footer={
        <>
          {line.priceReason !== undefined && (
            <Button onClick={() => form.set(product.priceMinor)}>{t('backToList')}</Button>
          )}
          <Button
            variant="primary"
            size="large"
            type="submit"
            form="price"
            keyLabel="Enter"
            disabled={form.way === 'never'}
          >
            {t('setPrice')}
          </Button>
        </>
      }
    >
      <form
        id="price"
        className="grid gap-x-6 gap-y-3 sm:grid-cols-[16rem_minmax(0,1fr)]"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <div className="flex flex-col gap-2.5">
          <MoneyField
            ref={field}
            label={t(product.unit === 'kg' ? 'priceLabelKilogram' : 'priceLabel')}
            {...(line.isAdHoc === true ? {} : { hint: t('priceList', { price: money(product.priceMinor) }) })}
            value={form.priceMinor}
            onValueChange={form.type}
            error={form.problem === 'price' ? t('priceInvalid') : undefined}
            onFocus={(event) => event.target.select()}
            inputClassName="h-12 text-2xl font-semibold"
          />
          <PricePad priceMinor={form.priceMinor} onPrice={form.type} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {line.isAdHoc !== true && (
            <ReasonField
              value={form.reason}
              onValueChange={form.explain}
              reasons={settings.discounts.reasons}
              error={form.problem === 'reason' ? t('reasonNeeded') : undefined}
            />
          )}
          <AskedWords way={form.way} never={t('neverAllowedPrice')} />
        </div>
      </form>
    </Dialog>
  );
}

function usePriceForm({ line, settings, onClose }: PriceDialogProps) {
  const t = editTexts.useText();
  const { money } = useFormats();
  const draft = useCart((state) => state.draft);
  const [priceMinor, setPrice] = useState<number | null>(line.unitPriceMinor);
  const [reason, setReason] = useState(line.priceReason ?? '');
  const [problem, setProblem] = useState<'price' | 'reason' | null>(null);
  const { lineId, product } = line;
  const actFor = (unitPriceMinor: number) => {
    const act = line.isAdHoc === true ? ('ad-hoc-item' as const) : ('price-change' as const);
    const next = changePrice(draft, lineId, { unitPriceMinor, reason });
    return actOfDraft(next, { act, subject: lineId }, settings);
  };
  const isOther = priceMinor !== null && priceMinor !== line.unitPriceMinor;
  const act = isOther ? actFor(priceMinor) : undefined;
  const set = async (unitPriceMinor: number): Promise<void> => {
    const price = money(unitPriceMinor);
    const words = t('wordsPrice', { name: product.name, price, list: money(product.priceMinor) });
    if (unitPriceMinor !== line.unitPriceMinor && !(await allowAct(actFor(unitPriceMinor), settings, words)))
      return;
    const limit = cartActions.changePrice(lineId, { unitPriceMinor, reason: reason.trim() });
    if (limit !== null) sellView.tell({ kind: 'too-much' });
    onClose();
  };
  return {
    priceMinor,
    reason,
    problem,
    way: wayNow(act, settings),
    type: (minor: number | null) => {
      setPrice(minor);
      setProblem(null);
    },
    explain: (why: string) => {
      setReason(why);
      setProblem(null);
    },
    set: (unitPriceMinor: number) => void set(unitPriceMinor),
    submit: () => {
      if (priceMinor === null) return setProblem('price');
      const isList = line.isAdHoc === true || priceMinor === product.priceMinor;
      if (!isList && reason.trim() === '') return setProblem('reason');
      void set(priceMinor);
    },
  };
}
