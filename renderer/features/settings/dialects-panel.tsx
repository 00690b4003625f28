import { ExternalLink } from 'lucide-react';
import { Panel } from '../../ui/card.tsx';
import { settingsTexts } from './texts.ts';

/** What programs can speak; the numbers are those of the interfaces that they were written for. */
const dialects = [
  {
    numbers: '000 · 001',
    name: 'dialectAccounts',
    what: 'dialectAccountsWhat',
    paths: ['/api/token/', '/api/register/', '/api/accounts/', '/api/orders/'],
  },
  {
    numbers: '002',
    name: 'dialectRamyeon',
    what: 'dialectRamyeonWhat',
    paths: ['/api/auth/customer/', '/api/pos/'],
  },
  { numbers: '003', name: 'dialectRoles', what: 'dialectRolesWhat', paths: ['/auth/'] },
  {
    numbers: '004',
    name: 'dialectMyecommerce',
    what: 'dialectMyecommerceWhat',
    paths: ['/api/users/', '/api/token/'],
  },
  { numbers: 'v1', name: 'dialectOwn', what: 'dialectOwnWhat', paths: ['/api/v1/'] },
] as const;

/** The interfaces that programs can use here, in plain words, and where each is described. */
export function DialectsPanel() {
  const t = settingsTexts.useText();
  return (
    <Panel
      title={t('dialects')}
      description={t('dialectsWhat')}
      className="max-w-4xl"
      bodyClassName="py-1!"
      actions={
        <a
          href="/api/docs"
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 shrink-0 items-center gap-2 font-semibold text-accent-text underline"
        >
          {t('dialectOpen')}
          <ExternalLink className="size-4" aria-hidden="true" />
        </a>
      }
    >
      <ul>
        {dialects.map(({ numbers, name, what, paths }) => (
          <li
            key={numbers}
            className="grid gap-x-4 gap-y-1 border-b py-3 last:border-b-0 md:grid-cols-[5.5rem_minmax(0,1fr)_auto]"
          >
            <span className="figures text-sm text-ink-muted">{numbers}</span>
            <div>
              <p className="font-medium">{t(name)}</p>
              <p className="text-sm text-ink-muted">{t(what)}</p>
            </div>
            <ul aria-label={t('dialectPaths')} className="font-mono text-xs text-ink-muted md:text-right">
              {paths.map((path) => (
                <li key={path}>{path}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
