import type { ReactNode } from 'react';
import { isApiFailure } from '../api/api-failure.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useCommonText } from './i18n.ts';

export type FailureNoticeProps = {
  failure: unknown;
  /** What was kept, when the screen knows better than the general words. */
  kept?: ReactNode;
  onRetry?: () => void;
  className?: string;
};

/** A failed request in words: what happened, what was kept, what to do. */
export function FailureNotice({ failure, kept, onRetry, className }: FailureNoticeProps) {
  const t = useCommonText();
  const unreachable = isApiFailure(failure, 'engine-unreachable');
  const known = isApiFailure(failure);
  return (
    <ErrorNotice
      title={known ? failure.message : t('unexpected')}
      kept={kept ?? (unreachable ? t('engineUnreachableKept') : known ? undefined : t('unexpectedKept'))}
      remedy={unreachable ? t('engineUnreachableRemedy') : known ? undefined : t('unexpectedRemedy')}
      action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
      {...(className === undefined ? {} : { className })}
    />
  );
}
