import { Star } from 'lucide-react';
import { useMemo } from 'react';
import type { Category, Product } from '../../../shared/api/catalog.ts';
import { useCategories } from '../../api/categories.ts';
import { Badge } from '../../ui/badge.tsx';
import { ColourDot } from '../../ui/colour-dot.tsx';
import type { DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { catalogTexts } from './texts.ts';

/** The columns of the list of products. */
export function useProductColumns(): DataColumn<Product>[] {
  const t = catalogTexts.useText();
  const { date } = useFormats();
  const { data: categories } = useCategories();
  return useMemo(() => {
    const byId = new Map((categories ?? []).map((category) => [category.id, category]));
    return [
      {
        id: 'name',
        header: t('columnName'),
        sort: 'name',
        width: 'minmax(11rem, 2.4fr)',
        cell: (product) => <NameCell product={product} />,
      },
      {
        id: 'code',
        header: t('columnCode'),
        width: 'minmax(8rem, 1fr)',
        cell: (product) => <CodeCell product={product} />,
      },
      {
        id: 'category',
        header: t('columnCategory'),
        width: 'minmax(6.5rem, 1fr)',
        cell: (product) => <CategoryCell category={byId.get(product.categoryId ?? '')} />,
      },
      {
        id: 'price',
        header: t('columnPrice'),
        sort: 'price',
        align: 'end',
        width: 'minmax(7.5rem, 0.8fr)',
        cell: (product) => (
          <>
            <Money minor={product.priceMinor} className="font-medium" />
            {product.unit === 'kg' && <span className="text-ink-muted"> {t('perKilogram')}</span>}
          </>
        ),
      },
      {
        id: 'stock',
        header: t('columnStock'),
        sort: 'onHand',
        align: 'end',
        width: 'minmax(8rem, 0.8fr)',
        cell: (product) => <StockCell product={product} />,
      },
      {
        id: 'updated',
        header: t('columnUpdated'),
        sort: 'updatedAt',
        align: 'end',
        width: '7.5rem',
        cell: (product) => <span className="text-ink-muted">{date(product.updatedAt)}</span>,
      },
    ];
  }, [t, date, categories]);
}

function NameCell({ product }: { product: Product }) {
  const t = catalogTexts.useText();
  return (
    <span className="flex min-w-0 items-center gap-2" title={product.name}>
      <span className="min-w-0 truncate font-medium">{product.name}</span>
      {product.favouritePosition !== null && (
        <Star className="size-4 shrink-0 fill-current text-tint-amber" aria-label={t('favourite')} />
      )}
      {product.archived && <Badge>{t('archived')}</Badge>}
    </span>
  );
}

function CodeCell({ product }: { product: Product }) {
  const t = catalogTexts.useText();
  const [first, ...more] = product.barcodes;
  return (
    <span className="figures block text-sm leading-tight text-ink-muted">
      {product.sku !== null && <span className="block truncate">{product.sku}</span>}
      {first !== undefined && (
        <span className="block truncate">
          {first}
          {more.length > 0 && ` ${t('moreBarcodes', { count: more.length })}`}
        </span>
      )}
    </span>
  );
}

function CategoryCell({ category }: { category: Category | undefined }) {
  if (category === undefined) return null;
  return (
    <span className="flex min-w-0 items-center gap-2 text-ink-muted">
      <ColourDot colour={category.colour} />
      <span className="min-w-0 truncate">{category.name}</span>
    </span>
  );
}

function StockCell({ product }: { product: Product }) {
  const t = catalogTexts.useText();
  const { quantity } = useFormats();
  if (!product.tracksStock) return <span className="text-sm text-ink-faint">{t('notTracked')}</span>;
  const { onHandMilli, lowStockMilli, unit } = product;
  const text = quantity(onHandMilli);
  const level = onHandMilli <= 0 ? 'out' : onHandMilli <= (lowStockMilli ?? 0) ? 'low' : 'enough';
  return (
    <span className="inline-flex items-center gap-2">
      {level === 'out' && <Badge tone="bad">{t('stockOut')}</Badge>}
      {level === 'low' && <Badge tone="warn">{t('stockLow')}</Badge>}
      <span>{unit === 'kg' ? t('kilograms', { quantity: text }) : text}</span>
    </span>
  );
}
