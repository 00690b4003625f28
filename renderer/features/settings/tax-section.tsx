import { Plus } from 'lucide-react';
import type { Settings } from '../../../shared/api/settings.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { SectionForm } from './section-form.tsx';
import { TaxClassEditor } from './tax-class-editor.tsx';
import { openTax, readTax, withNewClass, withoutClass, type ClassDraft, type TaxDraft } from './tax-draft.ts';
import { settingsTexts } from './texts.ts';
import { useSection, type Section } from './use-section.ts';

const mostClasses = 20;

export function TaxSection({ saved }: { saved: Settings['tax'] }) {
  const t = settingsTexts.useText();
  const section = useSection<'tax', TaxDraft>({
    name: 'tax',
    saved,
    open: openTax,
    read: (draft) => readTax(draft, t),
    shows: (field) => field === 'defaultClassId' || /^classes\.\d+\.(name|rates\.\d+\.name)$/.test(field),
  });
  const { draft, change, isReadOnly } = section;
  const changeClass = (changed: ClassDraft) =>
    change({ classes: draft.classes.map((each) => (each.id === changed.id ? changed : each)) });
  return (
    <SectionForm section={section} what="taxWhat">
      <TaxRules section={section} />
      <h3 className="border-t pt-4 font-semibold">{t('taxClasses')}</h3>
      {draft.classes.map((taxClass, index) => (
        <TaxClassEditor
          key={taxClass.id}
          taxClass={taxClass}
          field={`classes.${index}`}
          section={section}
          onChange={changeClass}
          onRemove={() => change(withoutClass(draft, taxClass.id))}
        />
      ))}
      <Button
        icon={Plus}
        className="self-start"
        disabled={isReadOnly || draft.classes.length >= mostClasses}
        onClick={() => change(withNewClass(draft, t('taxClassNew')))}
      >
        {t('taxClassAdd')}
      </Button>
    </SectionForm>
  );
}

function TaxRules({ section: { draft, change, errorOf, isReadOnly } }: { section: Section<TaxDraft> }) {
  const t = settingsTexts.useText();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SegmentedControl
        label={t('taxMode')}
        value={draft.mode}
        disabled={isReadOnly}
        onValueChange={(mode) => change({ mode })}
        choices={[
          { value: 'inclusive', label: t('taxMode-inclusive') },
          { value: 'exclusive', label: t('taxMode-exclusive') },
        ]}
      />
      <SegmentedControl
        label={t('taxRounding')}
        value={draft.rounding}
        disabled={isReadOnly}
        onValueChange={(rounding) => change({ rounding })}
        choices={[
          { value: 'line', label: t('taxRounding-line') },
          { value: 'order', label: t('taxRounding-order') },
        ]}
      />
      <SegmentedControl
        label={t('taxRoundingMode')}
        value={draft.roundingMode}
        disabled={isReadOnly}
        onValueChange={(roundingMode) => change({ roundingMode })}
        choices={[
          { value: 'half-up', label: t('taxRoundingMode-half-up') },
          { value: 'half-even', label: t('taxRoundingMode-half-even') },
        ]}
      />
      <Select
        label={t('taxDefault')}
        value={draft.defaultClassId}
        disabled={isReadOnly}
        onValueChange={(defaultClassId) => change({ defaultClassId })}
        choices={draft.classes.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorOf('defaultClassId')}
      />
    </div>
  );
}
