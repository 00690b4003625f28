import { Printer } from 'lucide-react';
import { can } from '../../shared/domain/permissions.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { listActions, type ActionGroup } from './actions.ts';
import { useCommonText } from './i18n.ts';
import { setOverlay } from './overlays.ts';
import { appTexts } from './texts.ts';

const groups = [
  { group: 'sell', label: 'groupSell' },
  { group: 'pay', label: 'groupPay' },
  { group: 'everywhere', label: 'groupEverywhere' },
] as const satisfies readonly { group: ActionGroup; label: string }[];

/** Every key and what it does, made from the registry of acts; prints as a card to lay beside the till. */
export function KeysOverlay({ open }: { open: boolean }) {
  const t = appTexts.useText();
  const common = useCommonText();
  const role = useSession((state) => state.account?.role ?? null);
  const allowed = listActions().filter(
    ({ action }) => action.permission === null || (role !== null && can(role, action.permission)),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => setOverlay('keys', next)}
      title={t('keysTitle')}
      description={t('keysHint')}
      size="large"
      closeLabel={common('close')}
      footer={
        <Button icon={Printer} className="print:hidden" onClick={() => window.print()}>
          {t('keysPrint')}
        </Button>
      }
    >
      <div
        role="group"
        aria-label={t('keysTitle')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
        tabIndex={0}
        className="gap-x-8 sm:columns-2"
      >
        {groups
          .filter(({ group }) => allowed.some(({ action }) => action.group === group))
          .map(({ group, label }) => (
            <section key={group} className="break-inside-avoid pb-4">
              <h3 className="pb-1 text-sm font-semibold text-ink-muted">{t(label)}</h3>
              <dl>
                {allowed
                  .filter(({ action }) => action.group === group)
                  .map(({ id, action }) => (
                    <div key={id} className="flex min-h-10 items-center gap-3 border-t py-1.5">
                      <dt className="w-16 shrink-0">
                        <KeyCap>{action.keyLabel}</KeyCap>
                        <span className="sr-only">{action.keyLabel}</span>
                      </dt>
                      <dd>{t(action.label)}</dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
