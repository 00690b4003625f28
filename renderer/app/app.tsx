import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { BrowserRouter, Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { useHealth } from '../api/health.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { SignInPage } from '../features/sign-in/index.tsx';
import { listenForDisplays } from './customer-display/show-on-display.ts';
import { EngineBanner } from './engine-banner.tsx';
import { PermissionGuard, SignedInGuard } from './guard.tsx';
import { useCommonText } from './i18n.ts';
import { listenForKeys } from './listen-for-keys.ts';
import { appRoutes } from './routes.tsx';
import { listenForScans } from './scanner/listen-for-scans.ts';
import { dispatchScan } from './scanner/scan-bus.ts';
import { tellOfDoubt } from './scanner/tell-of-doubt.ts';
import { useLearnedScanner } from './scanner/use-learned-scanner.ts';
import { Shell } from './shell.tsx';
import { ShopFormats } from './shop-formats.tsx';
import { appTexts } from './texts.ts';
import { useResumedSession } from './use-resumed-session.ts';

const SetUpPage = lazy(async () => ({ default: (await import('../features/setup/index.tsx')).SetUpPage }));

/** The whole program around the pages. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  const common = useCommonText();
  useEffect(() => {
    const stopScans = listenForScans({
      onScan: (code) => dispatchScan({ code, source: 'wedge' }),
      onDoubt: tellOfDoubt,
    });
    const stopKeys = listenForKeys();
    const stopDisplays = listenForDisplays();
    return () => {
      stopScans();
      stopKeys();
      stopDisplays();
    };
  }, []);
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <ShopFormats>
          <ToastProvider closeLabel={common('close')}>
            <BrowserRouter>
              <Pages />
            </BrowserRouter>
          </ToastProvider>
        </ShopFormats>
      </QueryClientProvider>
    </CSPProvider>
  );
}

function Pages() {
  useLearnedScanner();
  const ready = useResumedSession();
  const { data: health } = useHealth();
  if (!ready || health === undefined) return <Starting />;
  if (health.setUpNeeded) {
    return (
      <Suspense fallback={<Starting />}>
        <Routes>
          <Route path="/setup" element={<SetUpPage />} />
          <Route path="*" element={<Navigate to="/setup" replace />} />
        </Routes>
      </Suspense>
    );
  }
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/setup" element={<AfterSetUp />} />
      <Route
        element={
          <SignedInGuard>
            <Shell />
          </SignedInGuard>
        }
      >
        <Route index element={<Navigate to="/sell" replace />} />
        {appRoutes.map(({ path, Page, permission }) => (
          <Route
            key={path}
            path={path}
            element={
              <PermissionGuard permission={permission}>
                <Page />
              </PermissionGuard>
            }
          />
        ))}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

/** Where the set-up wizard said to go on; the sell screen otherwise. */
function AfterSetUp() {
  const state: unknown = useLocation().state;
  const isTold = typeof state === 'object' && state !== null && 'goOn' in state;
  return <Navigate to={isTold && typeof state.goOn === 'string' ? state.goOn : '/sell'} replace />;
}

function Starting() {
  const t = appTexts.useText();
  return (
    <div className="flex h-full flex-col">
      <EngineBanner />
      <p role="status" className="late m-auto text-ink-muted">
        {t('starting')}
      </p>
    </div>
  );
}

function NotFound() {
  const t = appTexts.useText();
  return (
    <EmptyState
      title={t('notFoundTitle')}
      action={
        <Link to="/sell" className="font-semibold text-accent-text underline">
          {t('goSell')}
        </Link>
      }
    />
  );
}
