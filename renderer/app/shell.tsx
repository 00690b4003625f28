import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useSignOut } from '../api/sessions.ts';
import { useApprovalQuestions } from './approvals/index.ts';
import { useMay } from '../state/session.ts';
import { topLayerDepth } from '../ui/layers.tsx';
import { showToast } from '../ui/toast.tsx';
import { AutoLock } from './auto-lock/auto-lock.tsx';
import { openDisplay } from './customer-display/open-display.ts';
import { useDisplayWanted } from './customer-display/show-on-display.ts';
import { EngineBanner } from './engine-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { setOverlay, showKeys, useOverlays } from './overlays.ts';
import { onUnhandledScan } from './scanner/scan-bus.ts';
import { scannerTexts } from './scanner/texts.ts';
import { SideRail } from './side-rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { appTexts } from './texts.ts';
import { useAction } from './use-action.ts';
import { useRefreshAfterPull } from './use-refresh-after-pull.ts';

const loadKeys = () => import('./keys-overlay.tsx');
const loadMenu = () => import('./menu-dialog.tsx');
const loadApproval = () => import('./approvals/approval-dialog.tsx');
const ApprovalDialog = lazy(async () => ({ default: (await loadApproval()).ApprovalDialog }));
const KeysOverlay = lazy(async () => ({ default: (await loadKeys()).KeysOverlay }));
const MenuDialog = lazy(async () => ({ default: (await loadMenu()).MenuDialog }));
const OpenShiftDialog = lazy(async () => ({
  default: (await import('../features/shifts/index.ts')).OpenShiftDialog,
}));
const CashMoveDialog = lazy(async () => ({
  default: (await import('../features/shifts/index.ts')).CashMoveDialog,
}));
const DisplayFeed = lazy(async () => ({
  default: (await import('../features/display-feed/index.tsx')).DisplayFeed,
}));
const quietAfterMilliseconds = 1_000;

/** Around every page behind the sign-in: menu, status bar, keys, banner. The sell screen has the whole width. */
export function Shell() {
  const { pathname } = useLocation();
  const t = appTexts.useText();
  const signOut = useSignOut();
  const navigate = useNavigate();
  useRefreshAfterPull();
  useAction('keys.show', showKeys);
  useAction('shift.open-page', () => void navigate('/shift'));
  useAction('shift.close', () => void navigate('/shift/close'));
  useAction('sync.open-page', () => void navigate('/sync'));
  useAction('shift.move', () => setOverlay('move', true));
  const lock = () => signOut('locked');
  useAction('session.lock', lock);
  useAction('display.open', openDisplay);
  useEffect(
    () =>
      onUnhandledScan(({ code }) =>
        showToast({
          id: 'unused-scan',
          tone: 'bad',
          title: scannerTexts.text('unusedTitle', { code }),
          description: scannerTexts.text(topLayerDepth() > 0 ? 'unusedCovered' : 'unusedPage'),
        }),
      ),
    [],
  );
  // Once the page stands, so that the first opening is as quick as any.
  useEffect(() => {
    // Opening one tries again, so an engine that is away just now is no fault here.
    const fetchAll = () => void Promise.allSettled([loadKeys(), loadMenu(), loadApproval()]);
    const timer = setTimeout(fetchAll, quietAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const isFullBleed = pathname === '/sell' || pathname === '/pay';
  return (
    <div className="flex h-full flex-col">
      <a
        href="#page"
        className="sr-only rounded-control bg-raised px-4 py-3 font-semibold shadow-mid focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
      >
        {t('skip')}
      </a>
      <EngineBanner />
      <div className="flex min-h-0 flex-1">
        {!isFullBleed && <SideRail />}
        <PageFrame isFullBleed={isFullBleed} resetKey={pathname}>
          <Outlet />
        </PageFrame>
      </div>
      <StatusBar />
      <Overlays />
      <Approvals />
      <CustomerFeed />
      <AutoLock onLock={lock} />
    </div>
  );
}

function Overlays() {
  const { menu, keys, shift, move } = useOverlays();
  return (
    <Suspense fallback={null}>
      {menu.wanted && <MenuDialog open={menu.open} />}
      {keys.wanted && <KeysOverlay open={keys.open} />}
      {shift.wanted && (
        <OpenShiftDialog open={shift.open} onOpenChange={(open) => setOverlay('shift', open)} />
      )}
      {move.open && <CashMoveDialog onClose={() => setOverlay('move', false)} />}
    </Suspense>
  );
}

/** Loads apart from the other overlays: while it loads, a dialog that is open must not lose its place and focus. */
function Approvals() {
  const isAsked = useApprovalQuestions((state) => state.questions.length > 0);
  return <Suspense fallback={null}>{isAsked && <ApprovalDialog />}</Suspense>;
}

function CustomerFeed() {
  const isWanted = useDisplayWanted((state) => state.wanted);
  const maySell = useMay('sell');
  return <Suspense fallback={null}>{isWanted && maySell && <DisplayFeed />}</Suspense>;
}

function PageFrame({
  isFullBleed,
  resetKey,
  children,
}: {
  isFullBleed: boolean;
  resetKey: string;
  children: ReactNode;
}) {
  return (
    <main
      id="page"
      tabIndex={-1}
      className={
        isFullBleed
          ? 'relative min-w-0 flex-1 outline-none'
          : 'relative min-w-0 flex-1 overflow-y-auto p-4 outline-none lg:p-5'
      }
    >
      <ErrorBoundary resetKey={resetKey}>
        <Suspense fallback={null}>{children}</Suspense>
      </ErrorBoundary>
    </main>
  );
}
