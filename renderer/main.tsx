import '@fontsource-variable/inter';
import './ui/tokens.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app/app.tsx';
import { displayPath } from './app/customer-display/display-message.ts';
import { preloadSell } from './app/routes.tsx';
import { startTheme } from './app/theme.ts';

const CustomerDisplay = lazy(async () => ({
  default: (await import('./features/customer-display/index.tsx')).CustomerDisplay,
}));

// What the customer looks at is no screen of the till: it signs in to nothing, and asks the engine for nothing.
const isDisplay = location.pathname === displayPath;

startTheme();
if (!isDisplay) preloadSell();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      {isDisplay ? (
        <Suspense fallback={null}>
          <CustomerDisplay />
        </Suspense>
      ) : (
        <App queryClient={createQueryClient()} />
      )}
    </StrictMode>,
  );
}
