import { FileQuestion } from 'lucide-react';
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

/** An entry that the cloud keeps apart, why, and the three things that can be done with it. */
export function ReviewRow({ review }: { review: Review }) {
  const t = exceptionsTexts.useText();
  const { number, dateTime } = useFormats();
  const decide = useDecideReview();
  const mayDecide = useMay('sync.manage');
  const [isSettingAside, setSettingAside] = useState(false);
  const { id, kind, registerCode, seq, at, message, body } = review;
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
      detail={t('reviewEntry', { number: number(seq), at: when })}
      actions={
        mayDecide && (
          <>
            <Button disabled={decide.isPending} onClick={() => send('retry')}>
              {t('again')}
            </Button>
            <Button disabled={decide.isPending} onClick={() => setSettingAside(true)}>
              {t('setAside')}
            </Button>
            <Button disabled={decide.isPending} onClick={() => send('accept')}>
              {t('accept')}
            </Button>
          </>
        )
      }
    >
      {decide.error && !isSettingAside && <FailureNotice failure={decide.error} className="mt-3" />}
      <details className="mt-2 ml-9">
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-accent-text">
          {t('reviewBody')}
        </summary>
        <pre className="max-h-48 overflow-y-auto rounded-control bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
          {body}
        </pre>
      </details>
      {isSettingAside && <SetAsideDialog reviewId={id} onClose={() => setSettingAside(false)} />}
    </ExceptionCard>
  );
}
