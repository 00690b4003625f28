import type { Settings } from '../../../shared/api/settings.ts';
import { useMay } from '../../state/session.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DrawerFields } from './drawer-fields.tsx';
import { PrintQueue } from './print-queue.tsx';
import { printerTexts } from './printer-texts.ts';
import { PrinterTrials } from './printer-trials.tsx';
import { SectionForm } from './section-form.tsx';
import { useSection, type Problems, type Section } from './use-section.ts';

type Printer = Settings['printer'];
type Draft = Omit<Printer, 'port'> & { port: number | null; paperWidth: 58 | 80 };

export function PrinterSection({ settings: { printer, receipt } }: { settings: Settings }) {
  const t = printerTexts.useText();
  const mayTry = useMay('printer.manage');
  const section = useSection<'printer', Draft>({
    name: 'printer',
    saved: printer,
    open: (values) => ({ ...values, paperWidth: receipt.paperWidth }),
    shows: (field) => field === 'host' || field === 'port',
    also: ({ paperWidth }) => (paperWidth === receipt.paperWidth ? {} : { receipt: { paperWidth } }),
    read: ({ port, paperWidth: _, ...rest }) => {
      const problems: Problems = {
        ...(rest.kind === 'network' && rest.host.trim() === '' ? { host: t('printerHostNeeded') } : {}),
        ...(port === null || port < 1 || port > 65_535 ? { port: t('printerPortInvalid') } : {}),
      };
      if (port === null || Object.keys(problems).length > 0) return { problems };
      return { values: { ...rest, port } };
    },
  });
  const { draft, change, isReadOnly, isDirty } = section;
  const isNetwork = draft.kind === 'network';
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
        {isNetwork && <AddressFields section={section} />}
        <PaperFields section={section} />
        {isNetwork && <DrawerFields drawer={draft} isReadOnly={isReadOnly} onChange={change} />}
      </SectionForm>
      {mayTry && isNetwork && printer.kind === 'network' && <PrinterTrials isDirty={isDirty} />}
      <PrintQueue />
    </div>
  );
}

type FieldsProps = { section: Section<Draft> };

function AddressFields({ section: { draft, change, errorOf } }: FieldsProps) {
  const t = printerTexts.useText();
  return (
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
  );
}

/** How wide the paper is, also of receipts that are saved as PDF, and which letters are drawn on it. */
function PaperFields({ section: { draft, change, isReadOnly } }: FieldsProps) {
  const t = printerTexts.useText();
  return (
    <div>
      <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,30rem)]">
        <SegmentedControl
          label={t('paperWidth')}
          value={draft.paperWidth === 58 ? '58' : '80'}
          disabled={isReadOnly}
          onValueChange={(width) => change({ paperWidth: width === '58' ? 58 : 80 })}
          choices={[
            { value: '58', label: t('paper58') },
            { value: '80', label: t('paper80') },
          ]}
        />
        {draft.kind === 'network' && (
          <SegmentedControl
            label={t('textMode')}
            value={draft.text}
            disabled={isReadOnly}
            onValueChange={(text) => change({ text })}
            choices={(['auto', 'codepage', 'raster'] as const).map((value) => ({
              value,
              label: t(`textMode-${value}`),
            }))}
          />
        )}
      </div>
      {draft.kind === 'network' && (
        <p className="pt-1 text-sm text-ink-muted">{t(`textWhat-${draft.text}`)}</p>
      )}
    </div>
  );
}
