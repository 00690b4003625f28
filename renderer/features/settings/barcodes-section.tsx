import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import {
  fillsBarcode,
  readEmbeddedCode,
  type EmbeddedRule,
} from '../../../shared/domain/embedded-barcode.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { inStoreTexts } from './in-store-texts.ts';
import { SectionForm } from './section-form.tsx';
import { useSection } from './use-section.ts';

type Barcodes = Settings['barcodes'];

const most = 10;
const usual: EmbeddedRule = { prefix: '21', itemDigits: 5, valueDigits: 5, value: 'price' };

/** Which barcodes of the shop's own scales carry a price or a weight, with a field to try one. */
export function BarcodesSection({ saved }: { saved: Barcodes }) {
  const t = inStoreTexts.useText();
  const section = useSection<'barcodes', Barcodes>({
    name: 'barcodes',
    saved,
    open: (values) => values,
    shows: (field) => field.startsWith('embedded.'),
    read: (values) => {
      const index = values.embedded.findIndex((rule) => !isFine(rule));
      return index === -1 ? { values } : { problems: { [`embedded.${index}`]: t('doesNotFill') } };
    },
  });
  const { draft, change, errorOf, isReadOnly } = section;
  const rules = draft.embedded;
  const put = (index: number, rule: EmbeddedRule) => change({ embedded: rules.with(index, rule) });
  return (
    <SectionForm section={section} what="barcodesWhat">
      <p className="max-w-prose text-sm text-ink-muted">{t('howFound')}</p>
      {rules.length === 0 && <p>{t('none')}</p>}
      {rules.map((rule, index) => (
        <RuleRow
          // oxlint-disable-next-line react/no-array-index-key -- rules have no names of their own
          key={index}
          rule={rule}
          isReadOnly={isReadOnly}
          error={errorOf(`embedded.${index}`)}
          onChange={(next) => put(index, next)}
          onRemove={() => change({ embedded: rules.toSpliced(index, 1) })}
        />
      ))}
      {!isReadOnly && (
        <Button
          icon={Plus}
          className="self-start"
          disabled={rules.length >= most}
          onClick={() => change({ embedded: [...rules, usual] })}
        >
          {t('add')}
        </Button>
      )}
      <TryOut rules={rules.filter(isFine)} />
    </SectionForm>
  );
}

const isFine = (rule: EmbeddedRule) => /^\d{1,4}$/.test(rule.prefix) && fillsBarcode(rule);

type RuleRowProps = {
  rule: EmbeddedRule;
  isReadOnly: boolean;
  error: string | undefined;
  onChange: (rule: EmbeddedRule) => void;
  onRemove: () => void;
};

function RuleRow({ rule, isReadOnly, error, onChange, onRemove }: RuleRowProps) {
  const t = inStoreTexts.useText();
  return (
    <div className="border-b pb-4">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={t('prefix')}
          className="w-26"
          inputClassName="figures"
          inputMode="numeric"
          maxLength={4}
          value={rule.prefix}
          onChange={(event) => onChange({ ...rule, prefix: event.target.value })}
        />
        <NumberField
          label={t('itemDigits')}
          className="w-34"
          value={rule.itemDigits}
          onValueChange={(itemDigits) => onChange({ ...rule, itemDigits: itemDigits ?? 0 })}
        />
        <NumberField
          label={t('valueDigits')}
          className="w-34"
          value={rule.valueDigits}
          onValueChange={(valueDigits) => onChange({ ...rule, valueDigits: valueDigits ?? 0 })}
        />
        <SegmentedControl
          label={t('value')}
          value={rule.value}
          disabled={isReadOnly}
          onValueChange={(value) => onChange({ ...rule, value })}
          choices={[
            { value: 'price', label: t('price') },
            { value: 'weight', label: t('weight') },
          ]}
        />
        {!isReadOnly && (
          <IconButton icon={Trash2} label={t('remove', { prefix: rule.prefix })} onClick={onRemove} />
        )}
      </div>
      {error !== undefined && (
        <p role="alert" className="pt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** Says what a label would be read as, by the rules on the screen. */
function TryOut({ rules }: { rules: readonly EmbeddedRule[] }) {
  const t = inStoreTexts.useText();
  const { money, quantity } = useFormats();
  const [code, setCode] = useState('');
  const read = readEmbeddedCode(cleanScan(code), rules);
  const words =
    code.trim() === ''
      ? t('tryOutHint')
      : read === null
        ? t('tryNothing')
        : read.value === 'price'
          ? t('tryPrice', { item: read.item, amount: money(read.amount) })
          : t('tryWeight', { item: read.item, amount: quantity(read.amount) });
  return (
    <div className="flex max-w-sm flex-col gap-1">
      <TextField
        label={t('tryOut')}
        inputClassName="figures"
        inputMode="numeric"
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p role="status" className="text-sm font-medium">
        {words}
      </p>
    </div>
  );
}
