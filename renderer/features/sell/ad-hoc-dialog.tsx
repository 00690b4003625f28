import { useRef, useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { addAdHoc, type AdHocItem } from '../../state/cart/add-ad-hoc.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { actOfDraft, allowAct, wayNow } from './allow-act.ts';
import { AskedWords } from './discount-dialog.tsx';
import { editTexts } from './edit-texts.ts';
import { PricePad } from './price-pad.tsx';
import { sellView } from './sell-view.ts';

type AdHocDialogProps = { settings: Settings; onClose: () => void };

/** Rings up something that is not in the catalogue. */
export function AdHocDialog({ settings, onClose }: AdHocDialogProps) {
  const t = editTexts.useText();
  const common = useCommonText();
  const field = useRef<HTMLInputElement>(null);
  const form = useAdHocForm({ settings, onClose });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('adHocTitle')}
      description={t('adHocWhat')}
      size="medium"
      initialFocus={field}
      closeLabel={common('close')}
      footer={
        <Button
          variant="primary"
          size="large"
          type="submit"
          form="ad-hoc"
          keyLabel="Enter"
          disabled={form.way === 'never'}
          className="flex-1"
        >
          {t('adHocAdd')}
        </Button>
      }
    >
      <form
        id="ad-hoc"
        className="grid gap-x-5 gap-y-3 sm:grid-cols-[minmax(0,1fr)_14rem]"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <div className="flex min-w-0 flex-col gap-3">
          <TextField
            ref={field}
            label={t('adHocName')}
            maxLength={80}
            value={form.item.name}
            onChange={(event) => form.change({ name: event.target.value })}
            placeholder={t('adHocUnnamed')}
          />
          <MoneyField
            label={t('adHocPrice')}
            value={form.priceMinor}
            onValueChange={form.price}
            error={form.isRefused ? t('priceInvalid') : undefined}
          />
          <Select
            label={t('adHocTax')}
            value={form.item.taxClassId}
            onValueChange={(taxClassId) => form.change({ taxClassId })}
            choices={settings.tax.classes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <AskedWords way={form.way} never={t('neverAllowedItem')} />
        </div>
        <PricePad priceMinor={form.priceMinor} onPrice={form.price} />
      </form>
    </Dialog>
  );
}

function useAdHocForm({ settings, onClose }: AdHocDialogProps) {
  const t = editTexts.useText();
  const { money } = useFormats();
  const draft = useCart((state) => state.draft);
  const [item, setItem] = useState<Omit<AdHocItem, 'unitPriceMinor'>>(() => ({
    lineId: newId(),
    name: '',
    taxClassId: settings.tax.defaultClassId,
  }));
  const [priceMinor, setPrice] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  const next = addAdHoc(draft, { ...item, unitPriceMinor: priceMinor ?? 0 });
  const act = actOfDraft(next, { act: 'ad-hoc-item', subject: item.lineId }, settings);
  const add = async (whole: AdHocItem): Promise<void> => {
    const words = t('wordsItem', { name: whole.name, price: money(whole.unitPriceMinor) });
    if (!(await allowAct(act, settings, words))) return;
    if (cartActions.addAdHoc(whole) !== null) sellView.tell({ kind: 'too-much' });
    else sellView.tell({ kind: 'added', name: whole.name, unit: 'each', quantityMilli: 1000, code: null });
    onClose();
  };
  return {
    item,
    priceMinor,
    isRefused,
    way: wayNow(act, settings),
    change: (changes: Partial<AdHocItem>) => setItem({ ...item, ...changes }),
    price: (minor: number | null) => {
      setPrice(minor);
      setRefused(false);
    },
    submit: () => {
      if (priceMinor === null) return setRefused(true);
      void add({ ...item, name: item.name.trim() || t('adHocUnnamed'), unitPriceMinor: priceMinor });
    },
  };
}
