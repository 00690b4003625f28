import { NumberField, type NumberFieldProps } from './number-field.tsx';
import { readTimes, timesText } from './times-text.ts';

/** A factor from 0 to 100, read exactly into millionths. */
export function TimesField(props: Omit<NumberFieldProps, 'read' | 'write'>) {
  return (
    <NumberField
      {...props}
      read={readTimes}
      write={timesText}
      end={
        <span aria-hidden="true" className="pr-3 text-ink-muted">
          ×
        </span>
      }
    />
  );
}
