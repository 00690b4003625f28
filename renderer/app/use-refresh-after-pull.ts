import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { healthKey, useHealth } from '../api/health.ts';

/** Reads what is on the screen again when something of other tills has come: a product, a price, a customer, a sale. */
export function useRefreshAfterPull(): void {
  const client = useQueryClient();
  const { data: health } = useHealth();
  const received = health?.sync.received;
  const seen = useRef(received);
  useEffect(() => {
    if (received === undefined) return;
    if (seen.current !== undefined && seen.current !== received) {
      void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== healthKey[0] });
    }
    seen.current = received;
  }, [client, received]);
}
