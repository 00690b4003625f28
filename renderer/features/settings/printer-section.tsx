import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useTestPrinter } from '../../api/receipts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PrintQueue } from './print-queue.tsx';
import { SectionForm } from './section-form.tsx';
import { TestOutcome } from './test-outcome.tsx';
import { settingsTexts } from './texts.ts';
import { useSection, type Problems } from './use-section.ts';

type Printer = Settings['printer'];
type Draft = Omit<Printer, 'port'> & { port: number | null };

export function PrinterSection({ saved }: { saved: Printer }) {
  const t = settingsTexts.useText();
  const section = useSection<'printer', Draft>({
    name: 'printer',
    saved,
    open: (values) => values,
    shows: (field) => field === 'host' || field === 'port',
    read: ({ port, ...rest }) => {
      const problems: Problems = {
        ...(rest.kind === 'network' && rest.host.trim() === '' ? { host: t('printerHostNeeded') } : {}),
        ...(port === null || port < 1 || port > 65_535 ? { port: t('printerPortInvalid') } : {}),
      };
      if (port === null || Object.keys(problems).length > 0) return { problems };
      return { values: { ...rest, port } };
    },
  });
  const { draft, change, errorOf, isReadOnly, isDirty } = section;
  return (
    <div className="flex flex-col gap-4">
      <SectionForm section={section} what="printerWhat">
        <SegmentedControl
          label={t('printerKind')}
          className="max-w-96"
          value={draft.kind}
          disabled={isReadOnly}
          onValueChange={(kind) => change({ kind })}
          choices={[
            { value: 'none', label: t('printerKind-none') },
            { value: 'network', label: t('printerKind-network') },
          ]}
        />
        {draft.kind === 'network' && (
          <>
            <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
              <TextField
                label={t('printerHost')}
                hint={t('printerHostHint')}
                maxLength={253}
                value={draft.host}
                onChange={(event) => change({ host: event.target.value })}
                error={errorOf('host')}
              />
              <NumberField
                label={t('printerPort')}
                hint={t('printerPortHint')}
                inputMode="numeric"
                value={draft.port}
                onValueChange={(port) => change({ port })}
                error={errorOf('port')}
                invalidText={t('printerPortInvalid')}
              />
            </div>
            <Switch
              label={t('openDrawer')}
              hint={t('openDrawerHint')}
              checked={draft.openDrawer}
              disabled={isReadOnly}
              onCheckedChange={(openDrawer) => change({ openDrawer })}
            />
          </>
        )}
        {saved.kind === 'network' && draft.kind === 'network' && <TestPrint isDirty={isDirty} />}
      </SectionForm>
      <PrintQueue />
    </div>
  );
}

/** Prints a test page and follows what becomes of it. */
function TestPrint({ isDirty }: { isDirty: boolean }) {
  const t = settingsTexts.useText();
  const mayTest = useMay('printer.manage');
  const [jobId, setJobId] = useState<string | null>(null);
  const test = useTestPrinter();
  if (!mayTest) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button
        disabled={isDirty}
        busy={test.isPending}
        onClick={() => test.mutate(undefined, { onSuccess: (job) => setJobId(job.id) })}
      >
        {t('testPrint')}
      </Button>
      {isDirty && <p className="text-ink-muted">{t('testPrintSaveFirst')}</p>}
      {test.error ? (
        <FailureNotice failure={test.error} className="w-full" />
      ) : (
        jobId !== null && <TestOutcome jobId={jobId} />
      )}
    </div>
  );
}
