import { create } from 'zustand';
import type { Me, SessionAnswer } from '../../shared/api/people.ts';
import { can, type Permission } from '../../shared/domain/permissions.ts';
import { dropAccessToken, holdAccessToken } from '../api/access-token.ts';

/**
 * `unknown` until the first refresh was tried; `locked` is signed out by hand with the name kept, so that the PIN pad
 * can say whose cart is waiting.
 */
export type SessionState = {
  status: 'unknown' | 'signed-in' | 'signed-out' | 'locked';
  account: Me | null;
  lastAccount: Pick<Me, 'id' | 'displayName'> | null;
};

export const useSession = create<SessionState>(() => ({
  status: 'unknown',
  account: null,
  lastAccount: null,
}));

export function startSession(answer: SessionAnswer): void {
  holdAccessToken(answer.accessToken);
  const { id, displayName } = answer.account;
  useSession.setState({ status: 'signed-in', account: answer.account, lastAccount: { id, displayName } });
}

export function endSession(status: 'signed-out' | 'locked' = 'signed-out'): void {
  dropAccessToken();
  useSession.setState({ status, account: null });
}

/** Whether who is signed in may do this; the same rule as the engine's. */
export function useMay(permission: Permission | null): boolean {
  const role = useSession((state) => state.account?.role ?? null);
  return permission === null || (role !== null && can(role, permission));
}

/** Who is signed in. Only below the guard, where somebody is. */
export function useAccount(): Me {
  const account = useSession((state) => state.account);
  if (account === null) throw new Error('useAccount is for screens behind the guard');
  return account;
}
