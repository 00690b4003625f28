import type { Settings } from '../../../shared/api/settings.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Switch } from '../../ui/switch.tsx';
import { printerTexts } from './printer-texts.ts';

type Drawer = Pick<Settings['printer'], 'openDrawer' | 'drawerTenders' | 'drawerPin'>;
type DrawerFieldsProps = {
  drawer: Drawer;
  isReadOnly: boolean;
  onChange: (changes: Partial<Drawer>) => void;
};

const tenders = ['cash', 'ewallet', 'gift-card', 'store-credit', 'on-account'] as const;

/** Whether the printer opens the drawer, for what, and on which of its two pins. */
export function DrawerFields({ drawer, isReadOnly, onChange }: DrawerFieldsProps) {
  const t = printerTexts.useText();
  const { openDrawer, drawerTenders, drawerPin } = drawer;
  return (
    <div>
      <Switch
        label={t('openDrawer')}
        hint={t('openDrawerHint')}
        checked={openDrawer}
        disabled={isReadOnly}
        onCheckedChange={(next) => onChange({ openDrawer: next })}
      />
      {openDrawer && (
        <div className="grid gap-x-4 gap-y-3 pt-2 sm:grid-cols-[minmax(0,1fr)_16rem]">
          <fieldset className="min-w-0">
            <legend className="pb-1 text-sm font-medium">{t('drawerTenders')}</legend>
            <div className="flex flex-wrap gap-x-6">
              {tenders.map((tender) => (
                <Checkbox
                  key={tender}
                  label={t(`drawerTender-${tender}`)}
                  checked={drawerTenders.includes(tender)}
                  disabled={isReadOnly}
                  onCheckedChange={(checked) =>
                    onChange({
                      drawerTenders: tenders.filter((each) =>
                        each === tender ? checked : drawerTenders.includes(each),
                      ),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
          <div>
            <SegmentedControl
              label={t('drawerPin')}
              value={drawerPin === 5 ? '5' : '2'}
              disabled={isReadOnly}
              onValueChange={(pin) => onChange({ drawerPin: pin === '5' ? 5 : 2 })}
              choices={[
                { value: '2', label: t('drawerPin2') },
                { value: '5', label: t('drawerPin5') },
              ]}
            />
            <p className="pt-1 text-sm text-ink-muted">{t('drawerPinHint')}</p>
          </div>
        </div>
      )}
    </div>
  );
}
