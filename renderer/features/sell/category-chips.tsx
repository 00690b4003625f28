import { Star } from 'lucide-react';
import type { Category } from '../../../shared/api/catalog.ts';
import { Chip } from '../../ui/chip.tsx';
import { turnSideways } from '../../ui/turn-sideways.ts';
import type { Shelf } from './sell-view.ts';
import { sellTexts } from './texts.ts';

export type CategoryChipsProps = {
  categories: readonly Category[];
  shelf: Shelf;
  onChoose: (shelf: Shelf) => void;
};

/** One row of shelves; it scrolls sideways, with the wheel too. */
export function CategoryChips({ categories, shelf, onChoose }: CategoryChipsProps) {
  const t = sellTexts.useText();
  return (
    <div
      ref={turnSideways}
      role="group"
      aria-label={t('categories')}
      className="-m-1 flex shrink-0 scroll-px-8 gap-2 overflow-x-auto p-1 [mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] [scrollbar-width:none]"
    >
      <Chip
        icon={Star}
        selected={shelf.kind === 'favourites'}
        onClick={() => onChoose({ kind: 'favourites' })}
      >
        {t('favourites')}
      </Chip>
      <Chip selected={shelf.kind === 'all'} onClick={() => onChoose({ kind: 'all' })}>
        {t('allProducts')}
      </Chip>
      {categories.map((category) => (
        <Chip
          key={category.id}
          selected={shelf.kind === 'category' && shelf.categoryId === category.id}
          onClick={() => onChoose({ kind: 'category', categoryId: category.id })}
        >
          {category.name}
        </Chip>
      ))}
      <span className="w-6 shrink-0" />
    </div>
  );
}
