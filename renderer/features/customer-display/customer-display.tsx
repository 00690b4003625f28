import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect } from 'react';
import type { DisplayShop, DisplayState } from '../../app/customer-display/display-message.ts';
import { startTheme } from '../../app/theme.ts';
import { useClockText } from '../../app/use-clock-text.ts';
import { FormatProvider } from '../../ui/format.tsx';
import { CartView } from './cart-view.tsx';
import { FullScreenButton } from './full-screen-button.tsx';
import { Spoken } from './spoken.tsx';
import { displayTexts } from './texts.ts';
import { ThanksView } from './thanks-view.tsx';
import { useShown } from './use-shown.ts';

/** The window that the customer looks at. It shows what the till tells it, and asks the engine for nothing. */
export function CustomerDisplay() {
  const shown = useShown();
  useEffect(() => {
    // The look is chosen at the till.
    addEventListener('storage', startTheme);
    return () => removeEventListener('storage', startTheme);
  }, []);
  if (shown === null) return <Waiting />;
  return (
    <CSPProvider disableStyleElements>
      <FormatProvider choice={shown.shop}>
        <Screen shop={shown.shop} state={shown.state} />
      </FormatProvider>
    </CSPProvider>
  );
}

function Waiting() {
  const t = displayTexts.useText();
  return (
    <main className="flex h-full flex-col">
      <h1 className="sr-only">{t('pageTitle')}</h1>
      <p className="late m-auto max-w-xl p-8 text-center text-2xl text-ink-muted">{t('waiting')}</p>
    </main>
  );
}

function Screen({ shop, state }: { shop: DisplayShop; state: DisplayState }) {
  const t = displayTexts.useText();
  const clock = useClockText();
  const isIdle = state.kind === 'idle';
  return (
    <main className="flex h-full flex-col">
      <header className="flex shrink-0 items-center gap-4 px-6 pt-4 short:pt-2">
        <h1 className={isIdle ? 'sr-only' : 'min-w-0 truncate text-2xl font-semibold'}>{shop.name}</h1>
        <span className="figures ml-auto text-xl text-ink-muted">{clock}</span>
        <FullScreenButton />
      </header>
      {isIdle && (
        <div className="m-auto flex max-w-5xl flex-col gap-4 p-8 text-center">
          <p className="text-3xl text-ink-muted">{t('welcome')}</p>
          <p
            aria-hidden="true"
            className="line-clamp-3 text-[clamp(2.5rem,8vw,6rem)] pb-3 leading-[1.15] font-bold tracking-tight wrap-anywhere"
          >
            {shop.name}
          </p>
        </div>
      )}
      {(state.kind === 'cart' || state.kind === 'pay') && <CartView state={state} />}
      {state.kind === 'thanks' && <ThanksView state={state} />}
      <Spoken state={state} />
    </main>
  );
}
