import { can } from '../../shared/domain/permissions.ts';
import { useSession } from '../state/session.ts';
import { navigation } from './navigation.ts';

/** The pages that whoever is signed in may open. */
export function useAllowedPages() {
  const role = useSession((state) => state.account?.role ?? null);
  return navigation.filter(({ permission }) => role !== null && can(role, permission));
}
