import { Minus, Plus, Trash2 } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { parseQuantity, quantityText } from '../../../shared/domain/quantity.ts';
import { useProductPage } from '../../api/products.ts';
import { newId } from '../../app/ids.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Money } from '../../ui/money.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { addBare, priceBare, setBare, type BareDraft } from './bare-draft.ts';
import { refundsTexts } from './texts.ts';

type BareLinesProps = {
  draft: BareDraft;
  settings: Settings;
  onChange: (to: (now: BareDraft) => BareDraft) => void;
};

/** Finds products that come back, and how many of each. */
export function BareLines({ draft, settings, onChange }: BareLinesProps) {
  const t = refundsTexts.useText();
  const priced = priceBare(draft, settings);
  return (
    <Card className="flex min-h-0 flex-col">
      <div className="border-b p-4">
        <ProductSearch onChange={onChange} />
      </div>
      <ul aria-label={t('lines')} className="min-h-0 flex-1 overflow-y-auto px-4">
        {draft.lines.length === 0 && <EmptyState title={t('empty')} />}
        {draft.lines.map((line, at) => (
          <li key={line.lineId} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2.5">
            <div className="min-w-36 flex-1">
              <p className="font-medium [overflow-wrap:anywhere]">{line.product.name}</p>
              {line.product.tracksStock && (
                <Checkbox
                  label={t('restock')}
                  checked={line.restock}
                  onCheckedChange={(restock) =>
                    onChange((now) => ({ ...now, lines: now.lines.with(at, { ...line, restock }) }))
                  }
                />
              )}
            </div>
            <BareStepper at={at} draft={draft} onChange={onChange} />
            <Money minor={priced?.lines[at]?.totalMinor ?? 0} className="w-24 text-right font-semibold" />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const rows = 20;

function ProductSearch({ onChange }: Pick<BareLinesProps, 'onChange'>) {
  const t = refundsTexts.useText();
  const { money } = useFormats();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isPlaceholderData } = useProductPage(search === '' ? {} : { search }, { limit: rows });
  const found = data?.items ?? [];
  return (
    <PickField
      label={t('search')}
      hideLabel
      text={text}
      onTextChange={setText}
      placeholder={t('searchHint')}
      emptyText={t('nothingFound')}
      isOutdated={isPlaceholderData || search !== text.trim()}
      choices={found.map(({ id, name, priceMinor }) => ({
        value: id,
        label: name,
        detail: money(priceMinor),
      }))}
      onPick={(id) => {
        const product = found.find((one) => one.id === id);
        if (product !== undefined) onChange((now) => addBare(now, product, newId));
      }}
    />
  );
}

function BareStepper({ at, draft, onChange }: { at: number } & Pick<BareLinesProps, 'draft' | 'onChange'>) {
  const t = refundsTexts.useText();
  const { quantity } = useFormats();
  const line = draft.lines[at];
  if (line === undefined) return null;
  const { quantityMilli, product } = line;
  const { name, unit } = product;
  const set = (milli: number) => onChange((now) => setBare(now, at, milli));
  return (
    <div role="group" aria-label={t('quantityOf', { name })} className="flex items-center gap-1">
      {unit === 'each' && quantityMilli > 1000 ? (
        <IconButton
          icon={Minus}
          variant="outlined"
          label={t('oneLess', { name })}
          onClick={() => set(quantityMilli - 1000)}
        />
      ) : (
        <IconButton icon={Trash2} variant="outlined" label={t('remove', { name })} onClick={() => set(0)} />
      )}
      {unit === 'kg' ? (
        <NumberField
          label={t('quantityOf', { name })}
          hideLabel
          className="w-24"
          inputClassName="text-right"
          value={quantityMilli}
          read={readWeight}
          write={quantityText}
          onValueChange={(milli) => milli !== null && set(milli)}
        />
      ) : (
        <>
          <span className="figures w-10 text-center text-lg font-semibold" aria-live="polite">
            {quantity(quantityMilli)}
          </span>
          <IconButton
            icon={Plus}
            variant="outlined"
            label={t('oneMore', { name })}
            onClick={() => set(quantityMilli + 1000)}
          />
        </>
      )}
    </div>
  );
}

function readWeight(text: string): number | null {
  const read = parseQuantity(text.trim().replace(',', '.'));
  return read.ok ? read.value : null;
}
