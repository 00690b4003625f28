import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommonText } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { settingsTexts } from './texts.ts';

/** The page of ours that a press on a link would open here; null for everything else. */
function pageOfPress(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target !== '' && link.target !== '_self')) return null;
  if (link.origin !== window.location.origin || link.pathname.startsWith('/api/')) return null;
  const page = link.pathname + link.search;
  return page === window.location.pathname + window.location.search ? null : page;
}

/** Where going back or forward would lead, when the browser lets that be stopped. */
function pageOfTraverse(event: NavigateEvent): string | null {
  if (event.navigationType !== 'traverse' || !event.cancelable) return null;
  const { origin, pathname, search } = new URL(event.destination.url);
  return origin === window.location.origin ? pathname + search : null;
}

/** Asks before links, Back and closing the window would lose what is not saved. */
export function LeaveGuard({ isDirty, part }: { isDirty: boolean; part: string }) {
  const t = settingsTexts.useText();
  const common = useCommonText();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (!isDirty) return undefined;
    const onClick = (event: MouseEvent) => {
      const page = pageOfPress(event);
      if (page === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(page);
    };
    const onTraverse = (event: NavigateEvent) => {
      const page = pageOfTraverse(event);
      if (page === null) return;
      event.preventDefault();
      setWanted(page);
    };
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onClose);
    window.navigation?.addEventListener('navigate', onTraverse);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onClose);
      window.navigation?.removeEventListener('navigate', onTraverse);
    };
  }, [isDirty]);
  return (
    <ConfirmDialog
      open={wanted !== null}
      danger
      onOpenChange={() => setWanted(null)}
      title={t('leaveTitle')}
      description={t('leaveWhat', { part })}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      closeLabel={common('close')}
      onConfirm={() => {
        setWanted(null);
        if (wanted !== null) void navigate(wanted);
      }}
    />
  );
}
