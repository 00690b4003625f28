import { ShieldCheck } from 'lucide-react';
import { useEffectEvent, useLayoutEffect } from 'react';
import { actMeasures } from '../../../shared/domain/acts.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { LayerContext } from '../../ui/layers.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { useCommonText } from '../i18n.ts';
import { actTexts } from './act-texts.ts';
import { useApprovalQuestions, type ApprovalQuestion, type NeededApproval } from './ask-approval.ts';
import { approvalTexts } from './texts.ts';
import { useGiveApproval } from './use-give-approval.ts';

/** Asks for the PIN that an act takes, over whatever is on the screen. */
export function ApprovalDialog() {
  const question = useApprovalQuestions((state) => state.questions[0]);
  if (question === undefined) return null;
  return (
    <LayerContext value={question.over}>
      <Ask key={question.id} question={question} />
    </LayerContext>
  );
}

function Ask({ question }: { question: ApprovalQuestion }) {
  const t = approvalTexts.useText();
  const common = useCommonText();
  const { needed, answer } = question;
  const form = useGiveApproval(question);
  const back = () => answer(null);
  useEscape(back);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && back()}
      size="medium"
      title={t(`title-${needed.way}`)}
      closeLabel={common('close')}
      footer={
        <>
          <Button keyLabel="Esc" onClick={back}>
            {t('back')}
          </Button>
          <Button
            variant="primary"
            keyLabel="Enter"
            busy={form.isPending}
            disabled={form.isThrottled}
            onClick={form.submit}
          >
            {t(needed.way === 'manager' ? 'approve' : 'confirm')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)_15rem] gap-5 max-sm:grid-cols-1">
        <WhatIsAsked needed={needed} />
        <PinPad
          label={t(`pin-${needed.way}`)}
          value={form.pin}
          onValueChange={form.type}
          onSubmit={form.submit}
          error={form.message}
          padLabel={common('numberPad')}
          backspaceLabel={common('backspace')}
          disabled={form.isThrottled}
        />
      </div>
    </Dialog>
  );
}

function WhatIsAsked({ needed: { act, way, figure, words } }: { needed: NeededApproval }) {
  const t = approvalTexts.useText();
  const actWords = actTexts.useText();
  const { money, percent } = useFormats();
  const name = useSession((state) => state.account?.displayName ?? '');
  const measure = actMeasures[act];
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="rounded-card bg-sunken p-4">
        <p className="font-semibold">{actWords(act)}</p>
        {measure !== 'none' && (
          <p className="figures text-3xl font-semibold wrap-anywhere">
            {measure === 'ppm' ? percent(figure) : money(figure)}
          </p>
        )}
        {words !== undefined && <p className="pt-1 wrap-anywhere">{words}</p>}
        <p className="pt-2 text-sm text-ink-muted">{t('asked', { name })}</p>
      </div>
      <p className="flex items-start gap-2">
        <ShieldCheck className="mt-0.5 size-5 shrink-0 text-accent-text" aria-hidden="true" />
        {t(`who-${way}`, { name })}
      </p>
      <p className="text-sm text-ink-muted">{t('once')}</p>
      <p className="text-sm text-ink-muted">{t('kept')}</p>
    </div>
  );
}

/** The dialog below hears Esc too, and would close with what was typed into it: this one takes the key first. */
function useEscape(onEscape: () => void): void {
  const run = useEffectEvent(onEscape);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
