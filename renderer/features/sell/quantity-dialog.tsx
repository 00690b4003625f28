import { useRef, useState, type FormEvent } from 'react';
import { parseQuantity, quantityText } from '../../../shared/domain/quantity.ts';
import type { Product } from '../../../shared/api/catalog.ts';
import { useCommonText } from '../../app/i18n.ts';
import { MOST_QUANTITY_MILLI } from '../../state/cart/cart-draft.ts';
import { applyPadKey } from '../../ui/apply-pad-key.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { sellTexts } from './texts.ts';

export type QuantityDialogProps = {
  product: Product;
  /** What is there now; null when it is not in the cart yet. */
  currentMilli: number | null;
  onSet: (quantityMilli: number) => void;
  onClose: () => void;
};

/** Asks how many, or how much of what is sold by weight. Nothing changes until it is set. */
export function QuantityDialog({ product, currentMilli, onSet, onClose }: QuantityDialogProps) {
  const t = sellTexts.useText();
  const isWeighed = product.unit === 'kg';
  const formId = `quantity-${product.id}`;
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(isWeighed ? 'weightTitle' : 'quantityTitle')}
      description={product.name}
      size="small"
      passesScans
      initialFocus={field}
      closeLabel={useCommonText()('close')}
      footer={
        <Button
          variant="primary"
          size="large"
          type="submit"
          form={formId}
          keyLabel="Enter"
          className="flex-1"
        >
          {t(currentMilli === null ? 'addToCart' : 'setQuantity')}
        </Button>
      }
    >
      <QuantityForm
        id={formId}
        fieldRef={field}
        isWeighed={isWeighed}
        currentMilli={currentMilli}
        onSet={(milli) => {
          onSet(milli);
          onClose();
        }}
      />
    </Dialog>
  );
}

type QuantityFormProps = {
  id: string;
  fieldRef: React.RefObject<HTMLInputElement | null>;
  isWeighed: boolean;
  currentMilli: number | null;
  onSet: (quantityMilli: number) => void;
};

function QuantityForm({ id, fieldRef, isWeighed, currentMilli, onSet }: QuantityFormProps) {
  const t = sellTexts.useText();
  const common = useCommonText();
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const decimals = isWeighed ? 3 : 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text === '' && currentMilli !== null) return onSet(currentMilli);
    const quantity = parseQuantity(text.replace(',', '.').replace(/\.$/, ''));
    const isFine =
      quantity.ok && quantity.value <= MOST_QUANTITY_MILLI && (isWeighed || quantity.value % 1000 === 0);
    if (isFine) return onSet(quantity.value);
    setRefused(true);
  };
  const write = (next: string) => {
    setText(next);
    setRefused(false);
  };
  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        ref={fieldRef}
        label={t(isWeighed ? 'weightLabel' : 'quantityLabel')}
        hideLabel={!isWeighed}
        inputMode="none"
        value={text}
        placeholder={currentMilli === null ? '0' : quantityText(currentMilli)}
        onChange={(event) => write(event.target.value)}
        error={isRefused ? t(isWeighed ? 'weightInvalid' : 'quantityInvalid') : undefined}
        inputClassName="figures h-14 text-right text-2xl font-semibold"
      />
      <NumberPad
        label={common('numberPad')}
        backspaceLabel={common('backspace')}
        extraKey={isWeighed ? '.' : '00'}
        onKey={(key) => write(applyPadKey(text, key, { decimals, maximumLength: 9 }))}
      />
    </form>
  );
}
