import type { Account } from '../../../shared/api/people.ts';
import { Badge } from '../../ui/badge.tsx';
import { peopleTexts } from './texts.ts';

export function RoleBadge({ role }: Pick<Account, 'role'>) {
  const t = peopleTexts.useText();
  return <Badge tone={role === 'admin' ? 'good' : 'neutral'}>{t(`role-${role}`)}</Badge>;
}

export function StatusBadge({ status }: Pick<Account, 'status'>) {
  const t = peopleTexts.useText();
  return status === 'disabled' ? (
    <Badge tone="bad">{t('status-disabled')}</Badge>
  ) : (
    <span>{t('status-active')}</span>
  );
}
