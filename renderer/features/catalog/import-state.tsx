import { CircleCheck, FileCheck2, FileX2, LoaderCircle } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { ProductImport } from '../../../shared/api/catalog.ts';
import { importsKey, useApplyProductImport, useCancelProductImport } from '../../api/imports.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportProgress } from './import-progress.tsx';
import { importTexts } from './import-texts.ts';

export type ImportStateProps = {
  productImport: ProductImport;
  onAnother: () => void;
  onShow: (id: string) => void;
};

/** How far one import is, what came out of it, and what can be done now. */
export function ImportState({ productImport, onAnother, onShow }: ImportStateProps) {
  const t = importTexts.useText();
  const { number } = useFormats();
  const navigate = useNavigate();
  const client = useQueryClient();
  const apply = useApplyProductImport();
  const cancel = useCancelProductImport();
  const { id, state, fileName: name, toCreate, toUpdate } = productImport;
  useEffect(() => {
    if (state !== 'done' && state !== 'refused') return;
    void client.invalidateQueries({ queryKey: importsKey, exact: true });
    if (state !== 'done') return;
    for (const key of ['products', 'categories']) void client.invalidateQueries({ queryKey: [key] });
  }, [client, state]);

  const failure = apply.error ?? cancel.error;
  const another = (
    <Button variant={state === 'refused' ? 'primary' : 'secondary'} onClick={onAnother}>
      {t('another')}
    </Button>
  );
  const cancelling = (
    <Button busy={cancel.isPending} onClick={() => cancel.mutate(id, { onSuccess: onAnother })}>
      {t('cancel')}
    </Button>
  );
  const changes = toCreate + toUpdate;
  const notices = failure && <FailureNotice failure={failure} />;
  switch (state) {
    case 'checking':
    case 'applying':
      return (
        <Sheet
          icon={<LoaderCircle className="late-spinner size-6" aria-hidden="true" />}
          title={t(state, { name })}
          description={t(state === 'checking' ? 'checkingHint' : 'applyingHint')}
          actions={state === 'checking' && cancelling}
        >
          {notices}
          <ImportProgress key={state} productImport={productImport} />
        </Sheet>
      );
    case 'ready':
      return (
        <Sheet
          icon={<FileCheck2 className="size-6 text-accent-text" aria-hidden="true" />}
          title={t('ready', { name })}
          description={t(changes === 0 ? 'nothingToDo' : 'readyHint')}
          actions={
            <>
              {cancelling}
              {changes > 0 && (
                <Button
                  variant="primary"
                  busy={apply.isPending}
                  onClick={() => apply.mutate(id, { onSuccess: () => onShow(id) })}
                >
                  {t('apply', { count: changes, number: number(changes) })}
                </Button>
              )}
            </>
          }
        >
          {notices}
          <Counts productImport={productImport} />
          <Warnings warnings={productImport.warnings} />
        </Sheet>
      );
    case 'refused':
      return (
        <Sheet
          grows
          icon={<FileX2 className="size-6 text-danger" aria-hidden="true" />}
          title={t('refused', { name })}
          description={t('refusedWhat')}
          actions={another}
        >
          <Warnings warnings={productImport.warnings} />
          <ImportProblems productImport={productImport} />
        </Sheet>
      );
    case 'done':
      return (
        <Sheet
          icon={<CircleCheck className="size-6 text-accent-text" aria-hidden="true" />}
          title={t('done', { name })}
          actions={
            <>
              {another}
              <Button variant="primary" onClick={() => void navigate('/products')}>
                {t('toProducts')}
              </Button>
            </>
          }
        >
          <Counts productImport={productImport} />
          <Warnings warnings={productImport.warnings} />
        </Sheet>
      );
    case 'cancelled':
      return <Sheet title={t('cancelled', { name })} actions={another} />;
  }
}

type SheetProps = {
  icon?: ReactNode;
  title: string;
  description?: string;
  actions?: ReactNode;
  /** Takes the height of the page, for a list inside. */
  grows?: boolean;
  children?: ReactNode;
};

function Sheet({ icon, title, description, actions, grows = false, children }: SheetProps) {
  return (
    <section
      className={classNames(
        'flex flex-col gap-4 rounded-card border bg-surface p-5 shadow-low',
        grows && 'min-h-0 flex-1',
      )}
    >
      <div role="status" className="flex items-start gap-3">
        {icon}
        <div className="min-w-0 flex-1">
          <h2 className="text-lg leading-snug font-semibold [overflow-wrap:anywhere]">{title}</h2>
          {description && <p className="text-ink-muted">{description}</p>}
        </div>
        {grows && actions}
      </div>
      {children}
      {actions && !grows && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
    </section>
  );
}

function Counts({ productImport }: { productImport: ProductImport }) {
  const t = importTexts.useText();
  const { number } = useFormats();
  return (
    <dl className="grid grid-cols-3 gap-3">
      {(['toCreate', 'toUpdate', 'unchanged'] as const).map((kind) => (
        <div key={kind} className="flex flex-col-reverse rounded-card bg-sunken px-4 py-3">
          <dt className="text-ink-muted">{t(kind)}</dt>
          <dd className="figures text-3xl font-semibold">{number(productImport[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  const t = importTexts.useText();
  if (warnings.length === 0) return null;
  return (
    <div className="rounded-card bg-warn-soft px-4 py-3">
      <p className="font-semibold">{t('warnings')}</p>
      <ul className="list-disc pl-5">
        {warnings.map((warning) => (
          <li key={warning} className="[overflow-wrap:anywhere]">
            {warning}
          </li>
        ))}
      </ul>
    </div>
  );
}
