import { useQueryClient } from '@tanstack/react-query';
import type { OrderCommit, OrderCommitted } from '../../../shared/api/orders.ts';
import { useCommitOrder } from '../../api/orders.ts';
import { forgetReturned, sendRefund } from '../../api/refunds.ts';
import { exchangeActions, exchangedOf, useExchange } from '../../state/exchange.ts';

/**
 * Stores a sale; of an exchange its refund with it, in one commit, both with the approvals that came with the sale. The
 * same sale again gives the same answer.
 */
export function useCommitSale(): (body: OrderCommit) => Promise<OrderCommitted> {
  const commit = useCommitOrder();
  const client = useQueryClient();
  return async (body) => {
    const { exchange } = useExchange.getState();
    if (exchange === null) return commit.mutateAsync(body);
    const exchangeMinor = exchangedOf(exchange, body.totalMinor);
    const both = { ...exchange.bodyFor(exchangeMinor), exchange: body };
    const { refund, exchange: sale } = await sendRefund(both, body.approvalIds ?? []);
    if (sale === null) throw new Error('an exchange came back without its sale');
    forgetReturned(client);
    exchangeActions.finish(refund);
    return sale;
  };
}
