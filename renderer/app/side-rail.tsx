import { Menu } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useExceptionCount } from '../api/sync.ts';
import { classNames } from '../ui/class-names.ts';
import { CountBadge } from '../ui/count-badge.tsx';
import { isOnPage } from './navigation.ts';
import { openMenu } from './overlays.ts';
import { appTexts } from './texts.ts';
import { useAllowedPages } from './use-allowed-pages.ts';

const itemClass =
  'flex min-h-13 short:min-h-11 w-full flex-col items-center justify-center gap-0.5 rounded-control px-1 text-[0.6875rem] leading-tight font-medium outline-offset-[-3px]';

/** The pages, at the left of every page but the sell screen. */
export function SideRail() {
  const t = appTexts.useText();
  const pages = useAllowedPages().filter((page) => !('isInMenuOnly' in page));
  const toLookAt = useExceptionCount();
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={t('navigation')}
      className="flex w-21 shrink-0 flex-col border-r bg-surface print:hidden"
    >
      <div className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto p-1.5">
        {pages.map((page) => {
          const { path, label, icon: Icon } = page;
          const isActive = isOnPage(pathname, page);
          return (
            <Link
              key={path}
              to={path}
              aria-current={isActive ? 'page' : undefined}
              className={classNames(
                itemClass,
                isActive
                  ? 'bg-accent-soft font-semibold text-accent-text'
                  : 'text-ink-muted hover:bg-sunken hover:text-ink',
              )}
            >
              <Icon className="size-5" aria-hidden="true" />
              {t(label)}
            </Link>
          );
        })}
      </div>
      <div className="border-t p-1.5">
        <button
          type="button"
          onClick={openMenu}
          className={classNames(itemClass, 'text-ink-muted hover:bg-sunken hover:text-ink')}
        >
          <Menu className="size-5" aria-hidden="true" />
          <span className="inline-flex items-center gap-1">
            {t('menu')}
            <CountBadge count={toLookAt} className="min-h-5! px-1.5!" />
          </span>
        </button>
      </div>
    </nav>
  );
}
