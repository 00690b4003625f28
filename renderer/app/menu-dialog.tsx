import { Lock, LogOut, MonitorSmartphone } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useSignOut } from '../api/sessions.ts';
import { useExceptionCount } from '../api/sync.ts';
import { useMay, useSession } from '../state/session.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { CountBadge } from '../ui/count-badge.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { keyLabelOf } from './actions.ts';
import { openDisplay } from './customer-display/open-display.ts';
import { useCommonText } from './i18n.ts';
import { isOnPage } from './navigation.ts';
import { setOverlay } from './overlays.ts';
import { appTexts } from './texts.ts';
import { chooseTheme, themes, useTheme } from './theme.ts';
import { useAllowedPages } from './use-allowed-pages.ts';

const closeMenu = () => setOverlay('menu', false);

/** All pages, the look, and the way out: for the sell screen, which gives its whole width to selling. */
export function MenuDialog({ open }: { open: boolean }) {
  const t = appTexts.useText();
  const common = useCommonText();
  const pages = useAllowedPages();
  const account = useSession((state) => state.account);
  const signOut = useSignOut();
  const maySell = useMay('sell');
  const toLookAt = useExceptionCount();
  const { pathname } = useLocation();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => setOverlay('menu', next)}
      title={t('menu')}
      size="large"
      description={account === null ? undefined : t('signedInAs', { name: account.displayName })}
      closeLabel={common('close')}
      footer={
        <>
          {maySell && (
            <Button
              icon={MonitorSmartphone}
              keyLabel={keyLabelOf('display.open')}
              onClick={() => {
                closeMenu();
                openDisplay();
              }}
              className="mr-auto"
            >
              {t('display')}
            </Button>
          )}
          <Button
            icon={LogOut}
            onClick={() => {
              closeMenu();
              signOut('signed-out');
            }}
          >
            {t('signOut')}
          </Button>
          <Button
            icon={Lock}
            keyLabel={keyLabelOf('session.lock')}
            onClick={() => {
              closeMenu();
              signOut('locked');
            }}
          >
            {t('lock')}
          </Button>
        </>
      }
    >
      <nav aria-label={t('navigation')} className="grid grid-cols-6 gap-2 pb-5">
        {pages.map((page) => {
          const { path, label, icon: Icon } = page;
          const isActive = isOnPage(pathname, page);
          return (
            <Link
              key={path}
              to={path}
              onClick={closeMenu}
              aria-current={isActive ? 'page' : undefined}
              className={classNames(
                'flex min-h-20 flex-col items-center justify-center gap-1.5 rounded-control border text-center font-semibold hover:bg-sunken',
                isActive ? 'border-accent bg-accent-soft text-accent-text' : 'bg-surface shadow-low',
              )}
            >
              <Icon className="size-6" aria-hidden="true" />
              <span className="inline-flex items-center gap-1.5">
                {t(label)}
                {path === '/sync' && <CountBadge count={toLookAt} />}
              </span>
            </Link>
          );
        })}
      </nav>
      <ThemeChoice />
    </Dialog>
  );
}

const themeLabels = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
} as const;

/** Which look the screens have. */
export function ThemeChoice() {
  const t = appTexts.useText();
  const { theme } = useTheme();
  return (
    <SegmentedControl
      label={t('theme')}
      value={theme}
      onValueChange={chooseTheme}
      choices={themes.map((value) => ({ value, label: t(themeLabels[value]) }))}
    />
  );
}
