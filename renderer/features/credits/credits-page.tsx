import { useState } from 'react';
import type { Credit } from '../../../shared/api/credits.ts';
import { useCredits } from '../../api/credits.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BlockCreditDialog } from './block-credit-dialog.tsx';
import { CreditsTable } from './credits-table.tsx';
import { Outstanding } from './outstanding.tsx';
import { creditsTexts } from './texts.ts';

type Kind = Credit['kind'] | 'all';

const most = 100;

/** What the shop owes on cards and as store credit, and what customers owe on account. */
export function CreditsPage() {
  const t = creditsTexts.useText();
  const [kind, setKind] = useState<Kind>('all');
  const [isOpenOnly, setOpenOnly] = useState(true);
  const [search, setSearch] = useState('');
  const [blocking, setBlocking] = useState<Credit | null>(null);
  const filter = {
    ...(kind === 'all' ? {} : { kind }),
    ...(isOpenOnly ? { open: 'true' as const } : {}),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  };
  const { data, error, refetch } = useCredits(filter, 0, most);
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="flex flex-col gap-4">
        {data !== undefined && <Outstanding of={data.outstanding} />}
        <div className="flex flex-wrap items-end gap-4">
          <SegmentedControl
            label={t('kind')}
            value={kind}
            onValueChange={setKind}
            className="whitespace-nowrap"
            choices={(['all', 'gift-card', 'store-credit', 'on-account'] as const).map((each) => ({
              value: each,
              label: t(`kind-${each}`),
            }))}
          />
          <TextField
            label={t('search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="min-w-52 flex-1"
          />
          <Checkbox label={t('onlyOpen')} checked={isOpenOnly} onCheckedChange={setOpenOnly} />
        </div>
        {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} />}
        {data !== undefined && <CreditsTable page={data} onBlock={setBlocking} />}
      </div>
      {blocking !== null && <BlockCreditDialog credit={blocking} onClose={() => setBlocking(null)} />}
    </>
  );
}
