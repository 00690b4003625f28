import { ScanBarcode } from 'lucide-react';
import { useState } from 'react';
import {
  learnScanner,
  medianGap,
  problemOf,
  scansToLearn,
  type Learned,
  type LearnProblem,
  type Recording,
} from '../../app/scanner/learn-scanner.ts';
import { Button } from '../../ui/button.tsx';
import { scannerSetUpTexts } from './scanner-texts.ts';
import { useRecordings } from './use-recordings.ts';

/** Three scans of one code teach how the scanner types. */
export function ScannerTeacher({
  disabled,
  onLearned,
}: {
  disabled: boolean;
  onLearned: (learned: Learned) => void;
}) {
  const t = scannerSetUpTexts.useText();
  const [isOn, setOn] = useState(false);
  const [recordings, setRecordings] = useState<readonly Recording[]>([]);
  const [outcome, setOutcome] = useState<Learned | LearnProblem | null>(null);
  const hear = (recording: Recording) => {
    const isDone = recordings.length >= scansToLearn;
    const all = [...(isDone || typeof outcome === 'string' ? [] : recordings), recording];
    const found = problemOf(recording) ?? (all.length < scansToLearn ? null : learnScanner(all));
    setRecordings(all);
    setOutcome(found);
    if (found === null || typeof found === 'string') return;
    setOn(false);
    onLearned(found);
  };
  const coming = useRecordings(isOn, hear);
  const begin = () => {
    setRecordings([]);
    setOutcome(null);
    setOn(!isOn);
  };
  const number = typeof outcome === 'string' ? 1 : recordings.length + 1;
  return (
    <section aria-label={t('teach')} className="flex flex-col gap-3 rounded-card bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1">{t('teachWhat')}</p>
        <Button icon={ScanBarcode} disabled={disabled} onClick={begin}>
          {isOn ? t('stop') : t('begin')}
        </Button>
      </div>
      {recordings.length > 0 && (
        <ol className="flex flex-col gap-1">
          {recordings.map((recording, index) => (
            <RecordingRow key={index} number={index + 1} recording={recording} />
          ))}
        </ol>
      )}
      <div role="status" className="flex flex-col gap-1 font-medium">
        {outcome !== null && <Outcome outcome={outcome} />}
        {isOn && <p>{coming === '' ? t('waiting', { number, total: scansToLearn }) : coming}</p>}
      </div>
    </section>
  );
}

function RecordingRow({ number, recording }: { number: number; recording: Recording }) {
  const t = scannerSetUpTexts.useText();
  return (
    <li className="flex flex-wrap gap-x-3">
      <span className="text-ink-muted">{t('heard', { number })}</span>
      <span className="figures min-w-0 font-medium break-all">{recording.text}</span>
      <span className="text-ink-muted">
        {t('gapOf', { gap: Math.round(medianGap(recording)) })}, {t(`end-${recording.end}`)}
      </span>
    </li>
  );
}

function Outcome({ outcome }: { outcome: Learned | LearnProblem }) {
  const t = scannerSetUpTexts.useText();
  if (typeof outcome === 'string') return <p className="text-danger">{t(`problem-${outcome}`)}</p>;
  const { code, measuredGap, scanner, isPrefixUnknown } = outcome;
  const prefix = scanner.prefix === '' ? t('prefixNone') : t('prefixIs', { prefix: scanner.prefix });
  return (
    <>
      <p className="text-good">
        {t('learned', { code, gap: measuredGap, prefix, end: t(`end-${scanner.suffix}`) })}
      </p>
      {isPrefixUnknown && <p className="text-warn">{t('prefixUnknown')}</p>}
    </>
  );
}
