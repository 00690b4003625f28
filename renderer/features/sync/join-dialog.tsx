import { Camera } from 'lucide-react';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { readJoinText } from '../../../shared/domain/join-text.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useJoin } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { JoinFields } from './join-fields.tsx';
import { problemsOf, withTyped, type JoinDraft } from './join-draft.ts';
import { syncTexts } from './texts.ts';

const CameraScanDialog = lazy(async () => ({
  default: (await import('../../app/scanner/camera-scan-dialog.tsx')).CameraScanDialog,
}));
const formId = 'join-form';

export type JoinDialogProps = {
  /** The cloud that does not let this till in any more, where it is to come back. */
  leftUrl?: string;
  onClose: () => void;
};

/** Joins a shop's cloud with the code that another till shows: typed, scanned, or read by the camera. */
export function JoinDialog({ leftUrl, onClose }: JoinDialogProps) {
  const t = syncTexts.useText();
  const common = useCommonText();
  const join = useJoin();
  const [draft, setDraft] = useState<JoinDraft>({ url: leftUrl ?? '', code: '', name: '' });
  const [tried, setTried] = useState(false);
  const [usesCamera, setUsesCamera] = useState(false);
  const problems = problemsOf(draft);
  const isNoAddress = isApiFailure(join.error, 'sync-address');
  const takeCode = (scanned: string) => {
    const read = readJoinText(scanned);
    if (read === null)
      return showToast({ tone: 'bad', title: t('joinScanOther'), description: t('joinScanOtherWhat') });
    setDraft((now) => ({ ...now, ...read }));
    showToast({ tone: 'good', title: t('joinScanned') });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (join.isPending || problems.url || problems.code) return;
    join.mutate(draft, {
      onSuccess: ({ joined }) => {
        showToast({ tone: 'good', title: t('joined', { store: joined?.store.name ?? '' }) });
        onClose();
      },
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!join.isPending}
      title={t('joinTitle')}
      description={t('joinWhat')}
      closeLabel={common('close')}
      footer={
        <>
          <Button icon={Camera} className="mr-auto" onClick={() => setUsesCamera(true)}>
            {t('joinCamera')}
          </Button>
          <Button onClick={onClose} disabled={join.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={join.isPending}>
            {t('joinSend')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {join.error && (
          <FailureNotice
            failure={join.error}
            kept={t(leftUrl === undefined ? 'joinKept' : 'joinAgainKept')}
          />
        )}
        <JoinFields
          draft={draft}
          problems={tried ? { ...problems, url: problems.url || isNoAddress } : null}
          startsAtCode={leftUrl !== undefined}
          onType={(field, text) => setDraft(withTyped(draft, field, text))}
          onScan={takeCode}
        />
      </form>
      <Suspense fallback={null}>
        {usesCamera && (
          <CameraScanDialog open onOpenChange={setUsesCamera} onCode={(code) => takeCode(code)} />
        )}
      </Suspense>
    </Dialog>
  );
}
