import { useEffect, useEffectEvent, useState } from 'react';
import type { Recording } from '../../app/scanner/learn-scanner.ts';
import { recordKeys, type RecordedKey } from '../../app/scanner/record-keys.ts';

const pauseMilliseconds = 700;

function recordingOf(keys: readonly RecordedKey[], end: Recording['end']): Recording {
  return {
    text: keys.map(({ key }) => key).join(''),
    end,
    gaps: keys.slice(1).map(({ at }, index) => at - (keys[index]?.at ?? at)),
  };
}

/** Hears what comes from the keyboard while `isOn`; gives what has come so far of the next recording. */
export function useRecordings(isOn: boolean, onRecording: (recording: Recording) => void): string {
  const [coming, setComing] = useState('');
  const tell = useEffectEvent(onRecording);
  useEffect(() => {
    if (!isOn) return undefined;
    let keys: RecordedKey[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (end: Recording['end']) => {
      clearTimeout(timer);
      const recording = recordingOf(keys, end);
      keys = [];
      setComing('');
      if (recording.text !== '') tell(recording);
    };
    const stop = recordKeys((key) => {
      if (key.key === 'Enter' || key.key === 'Tab') {
        finish(key.key === 'Enter' ? 'enter' : 'tab');
        return;
      }
      keys.push(key);
      setComing(keys.map((each) => each.key).join(''));
      clearTimeout(timer);
      timer = setTimeout(() => finish('none'), pauseMilliseconds);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isOn]);
  return coming;
}
