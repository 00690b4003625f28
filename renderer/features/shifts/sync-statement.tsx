import { CircleCheck, CloudUpload, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Link } from 'react-router';
import { useHealth } from '../../api/health.ts';
import { useProve, useSyncStatus } from '../../api/sync.ts';
import { useMay } from '../../state/session.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { shiftTexts } from './texts.ts';

/** Whether the cloud has what was sold in the shift that was just closed; nothing for a till that is alone. */
export function SyncStatement({ salesCount }: { salesCount: number }) {
  const { data: health } = useHealth();
  const mayAsk = useMay('sync.view');
  if (health === undefined || health.sync.state === 'alone' || !mayAsk) return null;
  return <Statement salesCount={salesCount} />;
}

type Told = { tone: 'good' | 'waiting' | 'bad'; icon: LucideIcon; words: string };
const tones = {
  good: 'bg-accent-soft text-accent-text',
  waiting: 'bg-warn-soft text-warn',
  bad: 'bg-danger-soft text-danger',
} as const;

function Statement({ salesCount }: { salesCount: number }) {
  const t = shiftTexts.useText();
  const { tone, icon: Icon, words } = useTold(salesCount);
  return (
    <p
      role="status"
      className={classNames(
        'figures mb-4 flex min-h-11 items-center gap-2 rounded-card px-4 font-medium print:hidden',
        tones[tone],
      )}
    >
      <Icon className="size-5 shrink-0" aria-hidden="true" />
      <span className="flex-1">{words}</span>
      {tone !== 'good' && (
        <Link to="/sync" className="inline-flex min-h-11 items-center font-semibold underline">
          {t('toProof')}
        </Link>
      )}
    </p>
  );
}

/** While sales wait it says how many; once all were sent it has both sides held against each other. */
function useTold(salesCount: number): Told {
  const t = shiftTexts.useText();
  const { number } = useFormats();
  const { data: status } = useSyncStatus();
  const { mutate, data: proof, isError, isIdle, isPending } = useProve();
  const started = useRef(false);
  const proveOnce = useEffectEvent(() => {
    if (started.current) return;
    started.current = true;
    mutate();
  });
  const waitingSales = status?.waitingSales ?? null;
  const isSent = waitingSales === 0;
  useEffect(() => {
    if (isSent) proveOnce();
  }, [isSent]);
  const told = (count: number) => ({ count, number: number(count) });
  if (waitingSales !== null && waitingSales > 0)
    return { tone: 'waiting', icon: CloudUpload, words: t('unconfirmed', told(waitingSales)) };
  if (isIdle || isPending) return { tone: 'waiting', icon: LoaderCircle, words: t('confirming') };
  if (isError || proof === undefined) return { tone: 'waiting', icon: CloudUpload, words: t('unproved') };
  if (!proof.matches) return { tone: 'bad', icon: TriangleAlert, words: t('confirmedNot') };
  return {
    tone: 'good',
    icon: CircleCheck,
    words: salesCount === 0 ? t('confirmedNone') : t('confirmed', told(salesCount)),
  };
}
