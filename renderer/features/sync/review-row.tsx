import { ChevronRight, FileQuestion } from 'lucide-react';
import { useState } from 'react';
import type { Review } from '../../../shared/sync/protocol.ts';
import { useDecideReview } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { kindWords } from '../../app/kind-words.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ExceptionCard } from './exception-card.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';
import { SetAsideDialog } from './set-aside-dialog.tsx';

/** Reasons of entries in which the cloud finds nothing that could count, whatever is decided. */
const unread: ReadonlySet<string> = new Set(['kind-unknown', 'version-newer', 'unreadable', 'incomplete']);

/** An entry that the cloud keeps apart, why, and what can be done with it. */
export function ReviewRow({ review }: { review: Review }) {
  const t = exceptionsTexts.useText();
  const { number, dateTime } = useFormats();
  const decide = useDecideReview();
  const mayDecide = useMay('sync.manage');
  const [isSettingAside, setSettingAside] = useState(false);
  const { id, kind, registerCode, seq, at, reason, message, body } = review;
  const content = readContent(body);
  const receipts = content.receipt === null ? [] : [t('reviewReceipt', { number: content.receipt })];
  const when = Number.isNaN(Date.parse(at)) ? at : dateTime(at);
  const send = (action: 'accept' | 'retry') =>
    decide.mutate(
      { id, action },
      {
        onSuccess: () =>
          showToast({ tone: 'good', title: t(action === 'accept' ? 'accepted' : 'againDone') }),
      },
    );
  return (
    <ExceptionCard
      icon={FileQuestion}
      title={t('reviewTitle', { kind: kindWords(kind), register: registerCode })}
      what={message}
      detail={[t('reviewEntry', { number: number(seq), at: when }), ...receipts].join(', ')}
      actions={
        mayDecide && (
          <>
            <Button disabled={decide.isPending} onClick={() => send('retry')}>
              {t('again')}
            </Button>
            <Button disabled={decide.isPending} onClick={() => setSettingAside(true)}>
              {t('setAside')}
            </Button>
            {!unread.has(reason) && (
              <Button disabled={decide.isPending} onClick={() => send('accept')}>
                {t('accept')}
              </Button>
            )}
          </>
        )
      }
    >
      {decide.error && !isSettingAside && <FailureNotice failure={decide.error} className="mt-3" />}
      <WrittenContent text={content.text} />
      {isSettingAside && <SetAsideDialog reviewId={id} onClose={() => setSettingAside(false)} />}
    </ExceptionCard>
  );
}

/** What the entry says, folded up: few will want to read it. */
function WrittenContent({ text }: { text: string }) {
  const t = exceptionsTexts.useText();
  return (
    <details className="group -mb-3 ml-9">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 font-medium text-accent-text">
        <ChevronRight className="size-4 group-open:rotate-90" aria-hidden="true" />
        {t('reviewBody')}
      </summary>
      <section
        aria-label={t('reviewBody')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
        tabIndex={0}
        className="mb-3 max-h-48 overflow-y-auto rounded-control bg-sunken p-3"
      >
        <pre className="font-mono text-xs whitespace-pre-wrap wrap-anywhere">{text}</pre>
      </section>
    </details>
  );
}

/** The body set out for reading, as far as it can be, and the receipt that it is about. */
function readContent(body: string): { text: string; receipt: string | null } {
  try {
    const content: unknown = JSON.parse(body);
    const text = JSON.stringify(content, null, 2);
    const isNumbered = typeof content === 'object' && content !== null && 'receiptNumber' in content;
    return { text, receipt: isNumbered ? String(content.receiptNumber) : null };
  } catch {
    return { text: body, receipt: null };
  }
}
