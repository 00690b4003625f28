import { BadgePercent, Hash, Scale, StickyNote, Tag, Trash2, type LucideIcon } from 'lucide-react';
import { keyLabelOf, type ActionId } from '../../app/actions.ts';
import { useCommonText } from '../../app/i18n.ts';
import { useAction } from '../../app/use-action.ts';
import { cartActions } from '../../state/cart.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { editTexts } from './edit-texts.ts';
import { sellView } from './sell-view.ts';

/** All that can be done to one line, for fingers and for keys. */
export function LineSheet({ line, onClose }: { line: DraftLine; onClose: () => void }) {
  const t = editTexts.useText();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={line.product.name}
      size="small"
      passesScans
      closeLabel={useCommonText()('close')}
    >
      <div role="group" aria-label={t('lineTitle')} className="grid grid-cols-2 gap-2">
        <SheetButtons line={line} onClose={onClose} />
      </div>
    </Dialog>
  );
}

function SheetButtons({ line, onClose }: { line: DraftLine; onClose: () => void }) {
  const t = editTexts.useText();
  const isWeighed = line.product.unit === 'kg';
  return (
    <>
      <SheetButton
        id="sell.quantity"
        icon={isWeighed ? Scale : Hash}
        label={t(isWeighed ? 'weight' : 'quantity')}
        onPress={() => sellView.open('quantity')}
      />
      <SheetButton
        id="sell.discount"
        icon={BadgePercent}
        label={t('discount')}
        onPress={() => sellView.open('discount')}
      />
      <SheetButton id="sell.price" icon={Tag} label={t('price')} onPress={() => sellView.open('price')} />
      <SheetButton id="sell.note" icon={StickyNote} label={t('note')} onPress={() => sellView.open('note')} />
      <SheetButton
        id="sell.remove-line"
        icon={Trash2}
        label={t('remove')}
        className="col-span-2"
        onPress={() => {
          cartActions.remove(line.lineId);
          onClose();
        }}
      />
    </>
  );
}

function SheetButton({
  id,
  icon,
  label,
  className,
  onPress,
}: {
  id: ActionId;
  icon: LucideIcon;
  label: string;
  className?: string;
  onPress: () => void;
}) {
  useAction(id, onPress);
  return (
    <Button size="large" icon={icon} keyLabel={keyLabelOf(id)} className={className} onClick={onPress}>
      {label}
    </Button>
  );
}
