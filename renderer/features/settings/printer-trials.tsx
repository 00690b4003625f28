import { CircleCheck, LoaderCircle, Printer, Stethoscope, TriangleAlert, Vault } from 'lucide-react';
import { useState } from 'react';
import type { PrinterAnswer } from '../../../shared/api/receipts.ts';
import { useAskPrinter, useTestDrawer, useTestPrinter } from '../../api/receipts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { printerTexts } from './printer-texts.ts';
import { TestOutcome } from './test-outcome.tsx';

/** Asks the printer how it is, prints a test page, opens the drawer; what came of the last of them stands below. */
export function PrinterTrials({ isDirty }: { isDirty: boolean }) {
  const t = printerTexts.useText();
  const [last, setLast] = useState<'status' | 'page' | 'drawer' | null>(null);
  const ask = useAskPrinter();
  const page = useTestPrinter();
  const drawer = useTestDrawer();
  const [trials, icons] = [
    { status: ask, page, drawer },
    { status: Stethoscope, page: Printer, drawer: Vault },
  ];
  const words = { status: t('askNow'), page: t('testPrint'), drawer: t('drawerTest') };
  const shown = last === null ? null : trials[last];
  return (
    <Panel title={t('trials')} className="max-w-4xl">
      <div className="flex flex-wrap items-center gap-3">
        {(['status', 'page', 'drawer'] as const).map((name) => (
          <Button
            key={name}
            icon={icons[name]}
            disabled={isDirty}
            busy={trials[name].isPending}
            onClick={() => {
              setLast(name);
              trials[name].mutate();
            }}
          >
            {words[name]}
          </Button>
        ))}
        {isDirty && <p className="text-ink-muted">{t('saveFirst')}</p>}
      </div>
      <div className="flex min-h-9 items-center pt-3">
        {shown?.error ? (
          <FailureNotice failure={shown.error} className="w-full" />
        ) : last === 'status' ? (
          ask.data && <PrinterWords answer={ask.data} />
        ) : (
          <Outcome jobId={(last === 'page' ? page : drawer).data?.id} isDrawer={last === 'drawer'} />
        )}
      </div>
    </Panel>
  );
}

function Outcome({ jobId, isDrawer }: { jobId: string | undefined; isDrawer: boolean }) {
  return jobId === undefined ? null : <TestOutcome jobId={jobId} isDrawer={isDrawer} />;
}

function PrinterWords({ answer: { state, message } }: { answer: PrinterAnswer }) {
  const [Icon, colour] =
    state === 'ready'
      ? [CircleCheck, 'text-accent-text']
      : state === 'printing'
        ? [LoaderCircle, 'text-ink-muted']
        : [TriangleAlert, state === 'failing' ? 'text-danger' : 'text-warn'];
  return (
    <p role="status" className={`flex min-w-0 flex-1 items-center gap-2 ${colour}`}>
      <Icon className="size-5 shrink-0" aria-hidden="true" />
      <span className="wrap-anywhere">{message}</span>
    </p>
  );
}
