import { NumberField, type NumberFieldProps } from './number-field.tsx';
import { percentText, readPercent } from './percent-text.ts';

/** A percent from 0 to 100, read exactly into parts per million. */
export function PercentField(props: Omit<NumberFieldProps, 'read' | 'write'>) {
  return (
    <NumberField
      {...props}
      read={readPercent}
      write={percentText}
      end={
        <span aria-hidden="true" className="pr-3 text-ink-muted">
          %
        </span>
      }
    />
  );
}
