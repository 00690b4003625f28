import { Download, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ProductImport } from '../../../shared/api/catalog.ts';
import { useStartProductImport } from '../../api/imports.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { importTexts } from './import-texts.ts';
import { importColumns, sampleCsv } from './sample-csv.ts';

const mostBytes = 64 * 1024 * 1024;

export type ImportChooseProps = {
  earlier: readonly ProductImport[];
  onStarted: (productImport: ProductImport) => void;
  onShow: (id: string) => void;
};

/** Chooses the file, and says what it should look like. */
export function ImportChoose({ earlier, onStarted, onShow }: ImportChooseProps) {
  const t = importTexts.useText();
  const start = useStartProductImport();
  const [refused, setRefused] = useState<string | null>(null);
  const choose = (file: File | undefined) => {
    if (file === undefined || start.isPending) return;
    const problem = problemOf(file);
    setRefused(problem === null ? null : t(problem, { name: file.name }));
    if (problem === null) start.mutate(file, { onSuccess: onStarted });
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex flex-col gap-4">
        {refused !== null && <ErrorNotice title={refused} />}
        {start.error && <FailureNotice failure={start.error} kept={t('failed')} />}
        <DropArea sending={start.isPending ? (start.variables?.name ?? '') : null} onFile={choose} />
        {earlier.length > 0 && <Earlier imports={earlier.slice(0, 5)} onShow={onShow} />}
      </div>
      <Columns />
    </div>
  );
}

function problemOf(file: File): 'notCsv' | 'tooLarge' | 'isEmpty' | null {
  if (!/\.(csv|txt|tsv)$/i.test(file.name) && file.type !== 'text/csv') return 'notCsv';
  if (file.size > mostBytes) return 'tooLarge';
  return file.size === 0 ? 'isEmpty' : null;
}

function DropArea({ sending, onFile }: { sending: string | null; onFile: (file: File | undefined) => void }) {
  const t = importTexts.useText();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useFileDrop(onFile);
  return (
    <div
      role="group"
      aria-label={t('choose')}
      className={classNames(
        'flex min-h-52 flex-col items-center justify-center gap-2 rounded-card border-2 border-dashed p-6 text-center',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
      )}
    >
      {sending === null ? (
        <>
          <Button variant="primary" size="large" icon={FileUp} onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
          <p className="text-ink-muted">{t(isOver ? 'dropNow' : 'drop')}</p>
          <p className="text-sm text-ink-muted">{t('limits')}</p>
        </>
      ) : (
        <div className="w-full max-w-sm">
          <p className="truncate pb-2">{t('sending', { name: sending })}</p>
          <ProgressBar label={t('sending', { name: sending })} value={null} />
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={t('choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function Columns() {
  const t = importTexts.useText();
  return (
    <Panel
      title={t('columns')}
      description={t('columnsWhat')}
      bodyClassName="overflow-x-auto px-0! py-0!"
      actions={
        <Button icon={Download} onClick={() => saveFile(sampleCsv(), 'products-sample.csv')}>
          {t('sample')}
        </Button>
      }
    >
      <table className="w-full text-left text-sm">
        <thead className="text-ink-muted">
          <tr>
            <th className="py-2 pl-5 font-medium">{t('columnName')}</th>
            <th className="px-3 py-2 font-medium">{t('columnMeaning')}</th>
            <th className="py-2 pr-5 font-medium">{t('columnExample')}</th>
          </tr>
        </thead>
        <tbody>
          {importColumns.map(({ name, needed, example }) => (
            <tr key={name} className="border-t align-baseline">
              <th scope="row" className="py-1.5 pl-5 font-semibold whitespace-nowrap">
                {name}{' '}
                {needed && <Badge tone="good">{t(name === 'barcode' ? 'neededOrSku' : 'needed')}</Badge>}
              </th>
              <td className="px-3 py-1.5 text-ink-muted">{t(`meaning_${name}`)}</td>
              <td className="figures py-1.5 pr-5 whitespace-nowrap">{example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Earlier({ imports, onShow }: { imports: readonly ProductImport[]; onShow: (id: string) => void }) {
  const t = importTexts.useText();
  const { dateTime } = useFormats();
  return (
    <Panel title={t('earlier')} bodyClassName="px-0! py-0!">
      <ul>
        {imports.map(({ id, fileName, state, startedAt }) => (
          <li key={id} className="border-b last:border-b-0">
            <button
              type="button"
              onClick={() => onShow(id)}
              className="flex min-h-12 w-full items-center gap-3 px-5 py-1.5 text-left outline-offset-[-3px] hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{fileName}</span>
              <span className="figures shrink-0 text-sm text-ink-muted">{dateTime(startedAt)}</span>
              <Badge tone={state === 'done' ? 'good' : state === 'refused' ? 'bad' : 'neutral'}>
                {t(`earlier_${state}`)}
              </Badge>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
