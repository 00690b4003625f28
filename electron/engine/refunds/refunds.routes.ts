import { z } from 'zod';
import { approvalIds } from '../../../shared/api/approvals.ts';
import { id } from '../../../shared/api/common.ts';
import { failure } from '../../../shared/api/failures.ts';
import { printJob } from '../../../shared/api/orders.ts';
import { receiptAnswer } from '../../../shared/api/receipts.ts';
import {
  refund,
  refundable,
  refundCommit,
  refundCommitted,
  refundPage,
  refundQuery,
  voidCommit,
  voidCommitted,
} from '../../../shared/api/refunds.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { qrDrawing } from '../../devices/qr-svg.ts';
import { defineRoute, reply } from '../route.ts';
import { commitRefund } from './commit-refund.ts';
import { getRefundable } from './get-refundable.ts';
import { listRefunds } from './list-refunds.ts';
import { renderRefund, reprintRefund, reprintVoid } from './print-refund.ts';
import { getRefund } from './refund-of.ts';
import { voidSale } from './void-sale.ts';

const tag = 'Refunds and voids';
const params = z.object({ id });
const withApprovalIds = z.strictObject({ approvalIds });

export const refundsRoutes = [
  defineRoute({
    method: 'get',
    path: '/orders/{id}/refundable',
    tag,
    summary: 'What of a sale can still be refunded, and all that prices it',
    access: 'refunds.make',
    params,
    answer: refundable,
    handle: (context, { params: { id: orderId } }) => getRefundable(context.read, orderId),
  }),
  defineRoute({
    method: 'post',
    path: '/refunds',
    tag,
    summary: 'Takes goods back and pays for them; the same id and content again gives the same answer',
    access: 'refunds.make',
    body: refundCommit,
    status: 201,
    answer: refundCommitted,
    handle: async (context, { body, actor }) => {
      const committed = await commitRefund(context, body, actor);
      if (!committed.ok) return committed;
      return ok(reply({ value: committed.value, status: committed.value.repeated ? 200 : 201 }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/refunds',
    tag,
    summary: 'Refunds, newest first',
    access: 'orders.view',
    query: refundQuery,
    answer: refundPage,
    handle: (context, { query }) => ok(listRefunds(context.read, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/refunds/{id}',
    tag,
    summary: 'One refund, whole',
    access: 'orders.view',
    params,
    answer: refund,
    handle: (context, { params: { id: refundId } }) => {
      const found = getRefund(context.read, refundId);
      return found === null ? fail(failure('refund-unknown')) : ok(found);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/refunds/{id}/receipt',
    tag,
    summary: 'The receipt of a refund, in blocks to draw',
    access: 'orders.view',
    params,
    answer: receiptAnswer,
    handle: (context, { params: { id: refundId } }) => {
      const found = getRefund(context.read, refundId);
      if (found === null) return fail(failure('refund-unknown'));
      const blocks = renderRefund(context, found, false).map((block) =>
        block.kind === 'qr' ? { ...block, drawing: qrDrawing(block.data) } : block,
      );
      return ok({ blocks, paperWidth: context.settings().receipt.paperWidth });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/refunds/{id}/receipt/print',
    tag,
    summary: 'Prints the receipt of a refund again, marked as a copy',
    access: 'receipts.reprint',
    params,
    status: 202,
    answer: printJob,
    body: withApprovalIds,
    handle: (context, { params: { id: refundId }, body, actor }) =>
      reprintRefund(context, refundId, actor, body.approvalIds),
  }),
  defineRoute({
    method: 'post',
    path: '/orders/{id}/void',
    tag,
    summary: 'Takes a whole sale of the open shift back; the same id again gives the same answer',
    access: 'sales.void',
    params,
    body: voidCommit,
    status: 201,
    answer: voidCommitted,
    handle: async (context, { params: { id: orderId }, body, actor }) => {
      const voided = await voidSale(context, orderId, body, actor);
      if (!voided.ok) return voided;
      return ok(reply({ value: voided.value, status: voided.value.repeated ? 200 : 201 }));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/orders/{id}/void/print',
    tag,
    summary: 'Prints the slip of a void again, marked as a copy',
    access: 'receipts.reprint',
    params,
    status: 202,
    answer: printJob,
    body: withApprovalIds,
    handle: (context, { params: { id: orderId }, body, actor }) =>
      reprintVoid(context, orderId, actor, body.approvalIds),
  }),
];
