import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { defaultSettings } from '../../../shared/api/defaults.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { useScan } from '../../app/scanner/use-scan.ts';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ScannerTeacher } from './scanner-teacher.tsx';
import { scannerSetUpTexts } from './scanner-texts.ts';
import { SectionForm } from './section-form.tsx';
import { useSection, type Problems } from './use-section.ts';

type Scanner = Settings['scanner'];
type Draft = Omit<Scanner, 'gapMilliseconds'> & { gapMilliseconds: number | null };

const standard = defaultSettings.scanner;
const suffixes = ['enter', 'tab', 'none'] as const;

/** How the scanner types: taught by scanning, changed by hand, tried out. */
export function ScannerSection({ saved }: { saved: Scanner }) {
  const t = scannerSetUpTexts.useText();
  const section = useSection<'scanner', Draft>({
    name: 'scanner',
    saved,
    open: (scanner) => scanner,
    shows: (field) => field === 'gapMilliseconds' || field === 'prefix',
    read: (draft) => readScanner(draft, t),
  });
  const { draft, change, errorOf, isReadOnly } = section;
  return (
    <SectionForm section={section} what="scannerWhat">
      <ScannerTeacher disabled={isReadOnly} onLearned={({ scanner }) => change(scanner)} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <NumberField
          label={t('gap')}
          hint={t('gapHint', { standard: standard.gapMilliseconds })}
          value={draft.gapMilliseconds}
          onValueChange={(gapMilliseconds) => change({ gapMilliseconds })}
          error={errorOf('gapMilliseconds')}
          invalidText={t('gapInvalid')}
        />
        <TextField
          label={t('prefix')}
          hint={t('prefixHint')}
          inputClassName="figures"
          value={draft.prefix}
          onChange={(event) => change({ prefix: event.target.value })}
          error={errorOf('prefix')}
        />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SegmentedControl
          label={t('suffix')}
          value={draft.suffix}
          onValueChange={(suffix) => change({ suffix })}
          choices={suffixes.map((value) => ({ value, label: t(`suffix-${value}`) }))}
          disabled={isReadOnly}
        />
        <Button icon={RotateCcw} disabled={isReadOnly} onClick={() => change(standard)}>
          {t('standard')}
        </Button>
      </div>
      <Trial />
    </SectionForm>
  );
}

/** Takes whatever is scanned on this page, and only shows it. */
function Trial() {
  const t = scannerSetUpTexts.useText();
  const [code, setCode] = useState<string | null>(null);
  useScan((scan) => setCode(scan.code), { priority: 1 });
  return (
    <p role="status" className="rounded-control border border-dashed px-4 py-3 break-all">
      {code === null ? t('tryOut') : t('tried', { code })}
    </p>
  );
}

function readScanner(
  draft: Draft,
  t: ReturnType<typeof scannerSetUpTexts.useText>,
): { values: Scanner } | { problems: Problems } {
  const { gapMilliseconds, prefix, suffix } = draft;
  const isGapFine = gapMilliseconds !== null && gapMilliseconds >= 5 && gapMilliseconds <= 200;
  if (isGapFine && prefix.length <= 8) return { values: { gapMilliseconds, prefix, suffix } };
  return {
    problems: {
      ...(isGapFine ? {} : { gapMilliseconds: t('gapInvalid') }),
      ...(prefix.length <= 8 ? {} : { prefix: t('prefixInvalid') }),
    },
  };
}
