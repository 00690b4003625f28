import { NavLink } from 'react-router';
import { classNames } from '../../ui/class-names.ts';
import { offersTexts } from './texts.ts';

const pages = ['promotions', 'rewards'] as const;

/** Promotions or rewards: two lists that are one page to the owner. */
export function OfferTabs() {
  const t = offersTexts.useText();
  return (
    <nav aria-label={t('title')} className="mb-3 flex gap-1 border-b">
      {pages.map((page) => (
        <NavLink
          key={page}
          to={`/${page}`}
          className={({ isActive }) =>
            classNames(
              '-mb-px inline-flex min-h-11 items-center border-b-2 px-4 font-semibold hover:text-ink',
              isActive ? 'border-accent text-ink' : 'border-transparent text-ink-muted',
            )
          }
        >
          {t(page)}
        </NavLink>
      ))}
    </nav>
  );
}
