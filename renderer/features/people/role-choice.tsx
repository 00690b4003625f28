import { CircleAlert } from 'lucide-react';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { peopleTexts } from './texts.ts';

export type ChosenRole = 'staff' | 'admin';

export type RoleChoiceProps = {
  value: ChosenRole;
  onValueChange: (role: ChosenRole) => void;
  error?: string | undefined;
  className?: string;
};

/** Staff or admin, with what that lets a person do. */
export function RoleChoice({ value, onValueChange, error, className }: RoleChoiceProps) {
  const t = peopleTexts.useText();
  return (
    <div className={className}>
      <SegmentedControl
        label={t('role')}
        value={value}
        onValueChange={onValueChange}
        choices={[
          { value: 'staff', label: t('role-staff') },
          { value: 'admin', label: t('role-admin') },
        ]}
      />
      <p className="pt-1 text-sm text-ink-muted">{t(`roleWhat-${value}`)}</p>
      {error !== undefined && (
        <p role="alert" className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
}
