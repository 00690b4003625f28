import { Plus, Trash2 } from 'lucide-react';
import { taxOf } from '../../../shared/domain/tax.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readPercent } from '../../ui/percent-text.ts';
import type { ClassDraft, RateDraft, TaxDraft } from './tax-draft.ts';
import { settingsTexts } from './texts.ts';
import type { Section } from './use-section.ts';

const mostRates = 5;

export type TaxClassEditorProps = {
  taxClass: ClassDraft;
  /** Its path among the fields: `classes.0`. */
  field: string;
  section: Section<TaxDraft>;
  onChange: (changed: ClassDraft) => void;
  onRemove: () => void;
};

/** One tax class with its rates, and what they make of a price. */
export function TaxClassEditor({ taxClass, field, section, onChange, onRemove }: TaxClassEditorProps) {
  const t = settingsTexts.useText();
  const { draft, errorOf, isReadOnly } = section;
  const { name, rates } = taxClass;
  const isDefault = draft.defaultClassId === taxClass.id;
  const changeRate = (index: number, changes: Partial<RateDraft>) =>
    onChange({
      ...taxClass,
      rates: rates.map((rate, each) => (each === index ? { ...rate, ...changes } : rate)),
    });
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-card border p-4">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-end gap-2">
        <TextField
          label={t('taxClassName')}
          className="flex-1"
          maxLength={60}
          value={name}
          onChange={(event) => onChange({ ...taxClass, name: event.target.value })}
          error={errorOf(`${field}.name`)}
        />
        {isDefault && <Badge className="mb-2.5">{t('taxClassDefault')}</Badge>}
        <IconButton
          icon={Trash2}
          label={isDefault ? t('taxClassRemoveDefault') : t('taxClassRemove', { name })}
          disabled={isDefault || isReadOnly || draft.classes.length === 1}
          onClick={onRemove}
        />
      </div>
      {rates.length === 0 && <p className="text-ink-muted">{t('taxClassNoRates')}</p>}
      {rates.map((rate, index) => (
        <RateRow
          // The rates of a draft have no ids; their place is what they are.
          key={index}
          rate={rate}
          isFirst={index === 0}
          isReadOnly={isReadOnly}
          nameError={errorOf(`${field}.rates.${index}.name`)}
          percentError={errorOf(`${field}.rates.${index}.percent`)}
          onChange={(changes) => changeRate(index, changes)}
          onRemove={() => onChange({ ...taxClass, rates: rates.filter((_, each) => each !== index) })}
        />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button
          variant="quiet"
          icon={Plus}
          disabled={isReadOnly || rates.length >= mostRates}
          onClick={() =>
            onChange({ ...taxClass, rates: [...rates, { name: '', percent: '', compound: false }] })
          }
        >
          {t('taxRateAdd')}
        </Button>
        <TaxExample rates={rates} draft={draft} />
      </div>
    </fieldset>
  );
}

type RateRowProps = {
  rate: RateDraft;
  isFirst: boolean;
  isReadOnly: boolean;
  nameError: string | undefined;
  percentError: string | undefined;
  onChange: (changes: Partial<RateDraft>) => void;
  onRemove: () => void;
};

function RateRow({ rate, isFirst, isReadOnly, nameError, percentError, onChange, onRemove }: RateRowProps) {
  const t = settingsTexts.useText();
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <TextField
        label={t('taxRateName')}
        className="min-w-32 flex-1"
        maxLength={40}
        value={rate.name}
        onChange={(event) => onChange({ name: event.target.value })}
        error={nameError}
      />
      <TextField
        label={t('taxRate')}
        className="w-28"
        inputClassName="figures text-right"
        inputMode="decimal"
        maxLength={10}
        value={rate.percent}
        onChange={(event) => onChange({ percent: event.target.value })}
        error={percentError}
      />
      {!isFirst && (
        <div className="pt-6">
          <Checkbox
            label={t('taxCompound')}
            checked={rate.compound}
            disabled={isReadOnly}
            onCheckedChange={(compound) => onChange({ compound })}
          />
        </div>
      )}
      <div className="pt-6">
        <IconButton
          icon={Trash2}
          label={t('taxRateRemove', { name: rate.name })}
          disabled={isReadOnly}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}

/** A price with its tax by the same rule as the sale's; nothing while a rate cannot be read. */
function TaxExample({ rates, draft }: { rates: RateDraft[]; draft: TaxDraft }) {
  const t = settingsTexts.useText();
  const { money, currency } = useFormats();
  if (rates.length === 0) return null;
  const read = rates.map(({ name, percent, compound }, index) => ({
    name,
    ratePpm: readPercent(percent) ?? -1,
    compound: compound && index > 0,
  }));
  if (read.some(({ ratePpm }) => ratePpm < 0)) return null;
  const priceMinor = 100 * 10 ** currency.exponent;
  const { taxMinor, grossMinor } = taxOf(priceMinor, read, draft.mode, draft.roundingMode);
  const told = { price: money(priceMinor), tax: money(taxMinor), gross: money(grossMinor) };
  return (
    <p className="figures text-sm text-ink-muted">
      {t(draft.mode === 'inclusive' ? 'taxExample' : 'taxExampleAdded', told)}
    </p>
  );
}
