import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { appTexts } from './texts.ts';

type Props = { children: ReactNode; resetKey: string };
type State = { failed: Error | null; resetKey: string };

/** Keeps one page's error from taking the program with it. React knows this as a class only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { failed: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return <CrashNotice message={failed.message} onRetry={() => this.setState({ failed: null })} />;
  }
}

function CrashNotice({ message, onRetry }: { message: string; onRetry: () => void }) {
  const t = appTexts.useText();
  return (
    <div className="mx-auto max-w-2xl p-6">
      <ErrorNotice
        title={t('crashTitle')}
        kept={t('crashKept')}
        remedy={t('crashRemedy', { message })}
        action={
          <>
            <Button variant="primary" onClick={onRetry}>
              {t('crashRetry')}
            </Button>
            <Button onClick={() => window.location.reload()}>{t('crashReload')}</Button>
          </>
        }
      />
    </div>
  );
}
