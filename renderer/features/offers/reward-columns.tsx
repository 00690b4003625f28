import type { RewardRow } from '../../../shared/api/offers.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { OfferBadge } from './offer-badge.tsx';
import { rewardInShort } from './offer-words.ts';
import { offersTexts } from './texts.ts';
import { useWords } from './use-words.ts';

/** The columns of the list of rewards; free items are named by the products that are given. */
export function useRewardColumns(productIds: readonly string[]): DataColumn<RewardRow>[] {
  const t = offersTexts.useText();
  const { number } = useFormats();
  const words = useWords(productIds);
  return [
    {
      id: 'title',
      header: t('columnTitle'),
      width: 'minmax(12rem, 2fr)',
      cell: (row) => (
        <span className="block leading-tight">
          <span className="block truncate font-medium" title={row.title}>
            {row.title}
          </span>
          <span className="block truncate text-sm text-ink-muted">{rewardInShort(row.effect, words)}</span>
        </span>
      ),
    },
    { id: 'state', header: t('columnState'), width: '6.5rem', cell: (row) => <OfferBadge offer={row} /> },
    {
      id: 'points',
      header: t('columnPoints'),
      align: 'end',
      width: '6rem',
      cell: ({ points }) => <span className="font-medium">{number(points)}</span>,
    },
    {
      id: 'stock',
      header: t('columnStock'),
      align: 'end',
      width: '6rem',
      cell: ({ stock }) =>
        stock === null ? <span className="text-ink-muted">{t('unlimited')}</span> : number(stock),
    },
    {
      id: 'uses',
      header: t('columnUses'),
      align: 'end',
      width: '5rem',
      cell: ({ usedInTotal }) => number(usedInTotal),
    },
    {
      id: 'cost',
      header: t('columnCost'),
      align: 'end',
      width: '7.5rem',
      cell: ({ discountInTotalMinor }) => <Money minor={discountInTotalMinor} />,
    },
  ];
}
