import { TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useHealth } from '../../api/health.ts';
import { EngineBanner } from '../../app/engine-banner.tsx';
import { setOverlay, showKeys, useOverlays } from '../../app/overlays.ts';
import { useAction } from '../../app/use-action.ts';
import { useClockText } from '../../app/use-clock-text.ts';
import { useSession } from '../../state/session.ts';
import { Card } from '../../ui/card.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PasswordForm } from './password-form.tsx';
import { PinForm } from './pin-form.tsx';
import { signInTexts } from './texts.ts';
import { useSignInForm } from './use-sign-in-form.ts';

const KeysOverlay = lazy(async () => ({
  default: (await import('../../app/keys-overlay.tsx')).KeysOverlay,
}));

function returnPath(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof from === 'string' && from.startsWith('/') && !from.startsWith('//') ? from : '/sell';
}

/** Who are you: PIN pad first, name and password beside it. */
export function SignInPage() {
  const t = signInTexts.useText();
  const location = useLocation();
  const status = useSession((state) => state.status);
  const lastAccount = useSession((state) => state.lastAccount);
  const [way, setWay] = useState<'pin' | 'password'>('pin');
  const form = useSignInForm();
  const keys = useOverlays((overlays) => overlays.keys);
  useAction('keys.show', showKeys);
  // Keys that were shown when the till was locked.
  useEffect(() => setOverlay('keys', false), []);
  if (status === 'signed-in') return <Navigate to={returnPath(location.state)} replace />;
  return (
    <div className="flex h-full flex-col">
      <EngineBanner />
      <main className="grid min-h-0 flex-1 grid-cols-1 items-center gap-8 overflow-y-auto p-6 md:grid-cols-2 md:gap-12">
        <Welcome />
        <Card className="w-full max-w-96 justify-self-center p-5 md:justify-self-start">
          <h1 className="sr-only">{t('title')}</h1>
          {status === 'locked' && lastAccount !== null && (
            <p role="status" className="pb-3 text-ink-muted">
              {t('lockedBy', { name: lastAccount.displayName })}
            </p>
          )}
          <Tabs
            label={t('ways')}
            value={way}
            onValueChange={(next) => {
              form.forget();
              setWay(next);
            }}
            tabs={[
              { value: 'pin', label: t('byPin'), content: <PinForm form={form} /> },
              { value: 'password', label: t('byPassword'), content: <PasswordForm form={form} /> },
            ]}
          />
        </Card>
      </main>
      <Suspense fallback={null}>{keys.wanted && <KeysOverlay open={keys.open} />}</Suspense>
    </div>
  );
}

function Welcome() {
  const t = signInTexts.useText();
  const clock = useClockText();
  const { data: health } = useHealth();
  return (
    <div className="flex max-w-md flex-col gap-6 md:justify-self-end">
      <div>
        <p className="figures text-6xl leading-none font-semibold tracking-tight max-md:hidden">{clock}</p>
        <p className="pt-3 text-xl font-semibold wrap-anywhere">{health?.store.name}</p>
        <p className="text-ink-muted">{t('register', { code: health?.register.code ?? '' })}</p>
      </div>
      {health?.openAccess === true && (
        <p className="flex items-center gap-2 rounded-card border border-warn bg-warn-soft p-4">
          <TriangleAlert className="size-5 shrink-0 text-warn" aria-hidden="true" />
          {t('openAccess')}
        </p>
      )}
      {health?.demo === true && <DemoHint />}
    </div>
  );
}

function DemoHint() {
  const t = signInTexts.useText();
  const people = [
    { who: 'demoOwner', name: 'owner', pin: '9999' },
    { who: 'demoCashier', name: 'cashier', pin: '1111' },
  ] as const;
  return (
    <div className="rounded-card border border-warn bg-warn-soft p-4">
      <p className="font-semibold">{t('demoTitle')}</p>
      <p className="text-ink-muted">{t('demoWhat')}</p>
      <dl className="pt-2">
        {people.map(({ who, name, pin }) => (
          <div key={name} className="pt-1">
            <dt className="font-medium">{t(who)}</dt>
            <dd className="text-ink-muted">{t('demoLogin', { name, password: 'sukli-demo', pin })}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
