import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { JournalEntry } from '../../../shared/api/reports.ts';
import { fetchJournalPage, journalKey } from '../../api/journal.ts';
import { useCommonText } from '../../app/i18n.ts';
import { kindWords } from '../../app/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { reportsTexts } from './texts.ts';

/** The entry of a number. The journal has no gaps, so its place from the newest is known. Null when it was not there. */
async function fetchEntry(seq: number, signal: AbortSignal): Promise<JournalEntry | null> {
  const newest = (await fetchJournalPage({}, 0, 1, signal)).items[0];
  if (newest === undefined || seq > newest.seq || seq < 1) return null;
  const found = (await fetchJournalPage({}, newest.seq - seq, 1, signal)).items[0];
  return found?.seq === seq ? found : null;
}

function useEntry(seq: number) {
  return useQuery({
    queryKey: [...journalKey, 'entry', seq],
    queryFn: ({ signal }) => fetchEntry(seq, signal),
    // What is written stays as it is; only the next entry may not be there yet.
    staleTime: 1_000,
    enabled: seq > 0,
  });
}

/** One entry as it is written, tied by its hash to the one before. */
export function EntryDialog({ entry: first, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const t = reportsTexts.useText();
  const common = useCommonText();
  const { dateTime, day, number } = useFormats();
  const bodyId = useId();
  const [entry, setEntry] = useState(first);
  const older = useEntry(entry.seq - 1);
  const newer = useEntry(entry.seq + 1);
  const orderId = orderIdOf(entry);
  const previous =
    entry.seq === 1
      ? t('entryFirst')
      : (older.data?.hash ?? (older.isPending ? '…' : t('entryPreviousUnread')));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={
        entry.from === null
          ? t('entryTitle', { number: number(entry.seq) })
          : t('entryTitleFrom', { register: entry.from.register, number: number(entry.from.seq ?? 0) })
      }
      description={entry.summary}
      size="large"
      closeLabel={common('close')}
      footer={
        <>
          {orderId !== null && (
            <Link
              to={`/sales/${orderId}`}
              className="mr-auto inline-flex min-h-11 items-center px-1 font-semibold text-accent-text underline"
            >
              {t('openSale')}
            </Link>
          )}
          <Button icon={ArrowDown} disabled={!older.data} onClick={() => older.data && setEntry(older.data)}>
            {t('olderEntry')}
          </Button>
          <Button icon={ArrowUp} disabled={!newer.data} onClick={() => newer.data && setEntry(newer.data)}>
            {t('newerEntry')}
          </Button>
        </>
      }
    >
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <Fact label={t('entryAt')}>{dateTime(entry.at)}</Fact>
        <Fact label={t('entryDay')}>{day(entry.businessDate)}</Fact>
        <Fact label={t('entryActor')}>{entry.actor}</Fact>
        <Fact label={t('entryKind')}>
          {t('entryKindValue', { kind: kindWords(entry.kind), version: entry.version })}
        </Fact>
        <Fact label={t('entryId')} isCode>
          {entry.opId}
        </Fact>
        <Fact label={t('entryHash')} isCode>
          {entry.hash}
        </Fact>
        {entry.from === null && (
          <Fact label={t('entryPrevious')} isCode={entry.seq > 1 && Boolean(older.data)}>
            {previous}
          </Fact>
        )}
      </dl>
      <h3 id={bodyId} className="pt-4 pb-1 text-sm text-ink-muted">
        {t('entryBody')}
      </h3>
      <pre
        role="region"
        aria-labelledby={bodyId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
        tabIndex={0}
        className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
      >
        {JSON.stringify(entry.body, null, 2)}
      </pre>
    </Dialog>
  );
}

function Fact({ label, isCode = false, children }: { label: string; isCode?: boolean; children: ReactNode }) {
  return (
    <div className={isCode ? 'min-w-0 sm:col-span-2' : 'min-w-0'}>
      <dt className="text-sm text-ink-muted">{label}</dt>
      <dd className={isCode ? 'font-mono text-sm wrap-anywhere' : 'figures wrap-anywhere'}>{children}</dd>
    </div>
  );
}

/** The sale that an entry is about, if it is about one. */
function orderIdOf({ body }: JournalEntry): string | null {
  if (typeof body !== 'object' || body === null || !('orderId' in body)) return null;
  return typeof body.orderId === 'string' ? body.orderId : null;
}
