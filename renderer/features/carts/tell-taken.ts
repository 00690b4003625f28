import { showToast } from '../../ui/toast.tsx';
import type { TakenInHand } from './take-in-hand.ts';
import { cartsTexts } from './texts.ts';

/** Tells that a cart came back, and what of it is not as it was. */
export async function tellTaken(name: string, taken: TakenInHand): Promise<void> {
  const t = cartsTexts.text;
  if (taken.kind === 'unreadable') return showToast({ tone: 'bad', title: t('unreadable') });
  const title = name === '' ? t('recalledUnnamed') : t('recalled', { name });
  const { changed, archived } = await taken.stale;
  const told = [
    ...(changed.length === 0 ? [] : [t('recalledChanged', { names: changed.join(', ') })]),
    ...(archived.length === 0 ? [] : [t('recalledArchived', { names: archived.join(', ') })]),
  ];
  if (told.length === 0) showToast({ tone: 'good', title });
  else showToast({ tone: 'bad', title, description: told.join(' ') });
}
