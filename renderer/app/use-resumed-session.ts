import { useEffect, useState } from 'react';
import { refreshSession } from '../api/client.ts';
import { useConnection } from '../state/connection.ts';
import { useSession } from '../state/session.ts';

/** Takes the session up again by its cookie after a reload; true once it is known whether there is one. */
export function useResumedSession(): boolean {
  const status = useSession((state) => state.status);
  const engineReachable = useConnection((connection) => connection.engineReachable);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (status !== 'unknown' || !engineReachable) return undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    refreshSession().catch(() => {
      retry = setTimeout(() => setFailures((count) => count + 1), 1_000);
    });
    return () => clearTimeout(retry);
  }, [status, engineReachable, failures]);
  return status !== 'unknown';
}
