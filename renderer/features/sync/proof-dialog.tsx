import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SyncProof } from '../../../shared/api/sync.ts';
import { useProve } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { ProofTable } from './proof-table.tsx';
import { syncTexts } from './texts.ts';

/** Asks the cloud what it has of this till and holds it against the books. Starts by itself: it was asked for. */
export function ProofDialog({ onClose }: { onClose: () => void }) {
  const t = syncTexts.useText();
  const common = useCommonText();
  const { mutate, data: proof, error, isPending } = useProve();
  const started = useRef(false);
  const start = () => mutate(undefined);
  const startOnce = useEffectEvent(() => {
    if (started.current) return;
    started.current = true;
    start();
  });
  useEffect(() => startOnce(), []);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('proofTitle')}
      size="large"
      closeLabel={common('close')}
      footer={proof && !isPending && <Button onClick={start}>{t('proveAgain')}</Button>}
    >
      <div role="status" aria-live="polite" className="min-h-28">
        {isPending && (
          <p className="flex items-center gap-2 text-ink-muted">
            <LoaderCircle className="late-spinner size-5" aria-hidden="true" />
            {t('proving')}
          </p>
        )}
        {error && !isPending && <FailureNotice failure={error} onRetry={start} />}
        {proof && !isPending && <Outcome proof={proof} />}
      </div>
    </Dialog>
  );
}

function Outcome({ proof }: { proof: SyncProof }) {
  return (
    <div className="grid items-start gap-x-6 gap-y-4 md:grid-cols-2">
      <Words proof={proof} />
      <ProofTable proof={proof} />
    </div>
  );
}

function Words({ proof: { matches, sales, waiting, forReview, upTo, at } }: { proof: SyncProof }) {
  const t = syncTexts.useText();
  const { number, dateTime } = useFormats();
  const counts = { here: number(sales.here.count), there: number(sales.there.count) };
  return (
    <div className="flex flex-col gap-3">
      {matches ? (
        <p className="figures flex items-start gap-2 rounded-card bg-accent-soft px-4 py-3 text-base font-semibold text-accent-text">
          <CircleCheck className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
          {t('proofMatches', { count: sales.here.count, ...counts })}
        </p>
      ) : (
        <ErrorNotice
          title={t('proofDiffers')}
          kept={t('proofDiffersKept')}
          remedy={t('proofDiffersRemedy')}
        />
      )}
      {waiting > 0 && (
        <p className="figures font-medium text-warn">
          {t('proofWaiting', { count: waiting, number: number(waiting) })}
        </p>
      )}
      {forReview > 0 && (
        <p className="figures">{t('proofReview', { count: forReview, number: number(forReview) })}</p>
      )}
      <p className="figures text-sm text-ink-muted">
        {t('proofHow', { number: number(upTo) })} {t('proofAt', { at: dateTime(at) })}
      </p>
    </div>
  );
}
