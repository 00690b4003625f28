import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { GiftCardBalance } from './gift-card-balance.tsx';
import { SellGiftCard } from './gift-card-sale.tsx';
import { sellTexts } from './texts.ts';

/** Sells a gift card, or tells what is on one. A scanned card shows its balance. */
export function GiftCardDialog({
  settings,
  scanned,
  onClose,
}: {
  settings: Settings;
  /** The code of a card that was scanned. */
  scanned: string | null;
  onClose: () => void;
}) {
  const t = sellTexts.useText();
  const common = useCommonText();
  const [what, setWhat] = useState<'sell' | 'balance'>(scanned === null ? 'sell' : 'balance');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="small"
      title={t('giftCard')}
      closeLabel={common('close')}
      passesScans
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl
          label={t('giftCardWhat')}
          value={what}
          onValueChange={setWhat}
          choices={[
            { value: 'sell', label: t('giftCardSell') },
            { value: 'balance', label: t('giftCardBalance') },
          ]}
        />
        {what === 'sell' ? (
          <SellGiftCard settings={settings} onDone={onClose} />
        ) : (
          <GiftCardBalance key={scanned} scanned={scanned} />
        )}
      </div>
    </Dialog>
  );
}
