import type { PromotionRow } from '../../../shared/api/offers.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { OfferBadge } from './offer-badge.tsx';
import { datesWords, hoursWords, promotionInShort } from './offer-words.ts';
import { offersTexts } from './texts.ts';
import { useWords } from './use-words.ts';

/** The columns of the list of promotions; give the products that are to be called by their names. */
export function usePromotionColumns(productIds: readonly string[]): DataColumn<PromotionRow>[] {
  const t = offersTexts.useText();
  const { number } = useFormats();
  const words = useWords(productIds);
  const when = (row: PromotionRow) => [...datesWords(row, words), ...hoursWords(row.hours, words)].join(' ');
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
          <span className="block truncate text-sm text-ink-muted" title={promotionInShort(row, words)}>
            {promotionInShort(row, words)}
          </span>
        </span>
      ),
    },
    { id: 'state', header: t('columnState'), width: '6.5rem', cell: (row) => <OfferBadge offer={row} /> },
    {
      id: 'when',
      header: t('columnWhen'),
      width: 'minmax(8rem, 1.2fr)',
      cell: (row) => (
        <span className="figures block truncate text-sm text-ink-muted" title={when(row)}>
          {when(row) || t('always')}
        </span>
      ),
    },
    {
      id: 'uses',
      header: t('columnUses'),
      align: 'end',
      width: '6rem',
      cell: ({ usedInTotal, limitTotal }) =>
        limitTotal === null ? number(usedInTotal) : `${number(usedInTotal)} / ${number(limitTotal)}`,
    },
    {
      id: 'cost',
      header: t('columnCost'),
      align: 'end',
      width: '7.5rem',
      cell: ({ discountInTotalMinor }) => <Money minor={discountInTotalMinor} className="font-medium" />,
    },
  ];
}
