import type { Settings } from '../../../shared/api/settings.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection } from './use-section.ts';

type Stock = Settings['stock'];

export function StockSection({ saved }: { saved: Stock }) {
  const t = settingsTexts.useText();
  const section = useSection<'stock', Stock>({
    name: 'stock',
    saved,
    open: (values) => values,
    shows: () => false,
    read: (values) => ({ values }),
  });
  const { draft, change, isReadOnly } = section;
  return (
    <SectionForm section={section} what="stockWhat">
      <SegmentedControl
        label={t('stockBelowZero')}
        className="max-w-xl"
        value={draft.belowZero}
        disabled={isReadOnly}
        onValueChange={(belowZero) => change({ belowZero })}
        choices={[
          { value: 'allow', label: t('stock-allow') },
          { value: 'warn', label: t('stock-warn') },
          { value: 'manager', label: t('stock-manager') },
          { value: 'block', label: t('stock-block') },
        ]}
      />
      <p className="text-ink-muted">{t(`stockWhat-${draft.belowZero}`)}</p>
    </SectionForm>
  );
}
