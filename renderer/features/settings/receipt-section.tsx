import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { receiptTime } from '../../../shared/domain/receipt-time.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { useFormats } from '../../ui/format.tsx';
import { ReceiptView } from '../../ui/receipt-view.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { LogoField } from './logo-field.tsx';
import { sampleReceipt } from './receipt-sample.ts';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection } from './use-section.ts';

type Receipt = Settings['receipt'];

/** What stands on receipts, with a sample that follows every key. */
export function ReceiptSection({ settings }: { settings: Settings }) {
  const t = settingsTexts.useText();
  const section = useSection<'receipt', Receipt>({
    name: 'receipt',
    saved: settings.receipt,
    open: (values) => values,
    shows: (field) => field === 'header' || field === 'footer',
    // The picture is kept when it is chosen, not with the rest.
    read: (values) => ({ values: { ...values, logoId: settings.receipt.logoId } }),
  });
  const { draft, change, errorOf, isReadOnly } = section;
  return (
    <SectionForm
      section={section}
      what="receiptWhat"
      beside={<Preview settings={{ ...settings, receipt: { ...draft, logoId: settings.receipt.logoId } }} />}
    >
      <LogoField logoId={settings.receipt.logoId} isReadOnly={isReadOnly} />
      <TextArea
        label={t('header')}
        hint={t('headerHint')}
        maxLength={300}
        value={draft.header}
        onChange={(event) => change({ header: event.target.value })}
        error={errorOf('header')}
      />
      <TextArea
        label={t('footer')}
        hint={t('footerHint')}
        maxLength={300}
        value={draft.footer}
        onChange={(event) => change({ footer: event.target.value })}
        error={errorOf('footer')}
      />
      <div>
        {(['showTax', 'showPoints', 'showCashier', 'showQr', 'printAutomatically'] as const).map((name) => (
          <Switch
            key={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            checked={draft[name]}
            disabled={isReadOnly}
            onCheckedChange={(checked) => change({ [name]: checked })}
          />
        ))}
      </div>
    </SectionForm>
  );
}

function Preview({ settings }: { settings: Settings }) {
  const t = settingsTexts.useText();
  const { amount } = useFormats();
  const [now] = useState(nowMilliseconds);
  const blocks = sampleReceipt({
    settings,
    dateTime: receiptTime(now, settings.shop.timeZone),
    money: amount,
    t,
  });
  return (
    <section aria-label={t('preview')} className="max-w-4xl lg:sticky lg:top-0">
      <h2 className="pb-2 text-sm font-medium text-ink-muted">{t('preview')}</h2>
      <ReceiptView label={t('preview')} blocks={blocks} paperWidth={settings.receipt.paperWidth} />
    </section>
  );
}
