import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { addBarcode } from './add-barcode.ts';
import { catalogTexts } from './texts.ts';

export type BarcodeListProps = {
  barcodes: readonly string[];
  error: string | undefined;
  mayEdit: boolean;
  onChange: (barcodes: string[]) => void;
};

/** The barcodes of a product; scanned, or typed and added with Enter. */
export function BarcodeList({ barcodes, error, mayEdit, onChange }: BarcodeListProps) {
  const t = catalogTexts.useText();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string>();
  const add = () => {
    if (typed.trim() === '') return;
    const added = addBarcode(barcodes, typed);
    if (!added.ok) return setRefused(t(added.failure, { code: typed.trim() }));
    setRefused(undefined);
    setTyped('');
    onChange(added.value);
  };
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={t('barcodes')}
        hint={t('barcodesHint')}
        value={typed}
        inputClassName="figures"
        error={refused ?? error}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(undefined);
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return;
          event.preventDefault();
          add();
        }}
        end={typed.trim() !== '' && <IconButton icon={Plus} label={t('barcodeAdd')} onClick={add} />}
      />
      {barcodes.length > 0 && (
        <ul aria-live="polite" aria-label={t('barcodes')} className="flex flex-wrap gap-2">
          {barcodes.map((code) => (
            <li
              key={code}
              className="figures inline-flex min-h-11 max-w-full items-center rounded-control bg-sunken pl-3 text-sm"
            >
              <span className={mayEdit ? 'truncate' : 'truncate pr-3'}>{code}</span>
              {mayEdit && (
                <IconButton
                  icon={X}
                  label={t('barcodeRemove', { code })}
                  onClick={() => onChange(barcodes.filter((other) => other !== code))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
