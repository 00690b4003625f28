import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import { failure } from '../../../shared/api/failures.ts';
import { printJob, printJobList, type Order } from '../../../shared/api/orders.ts';
import { receiptAnswer } from '../../../shared/api/receipts.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { qrDrawing } from '../../devices/qr-svg.ts';
import type { EngineContext } from '../context.ts';
import { getOrder } from '../orders/index.ts';
import { cancelPrintJob, listPrintJobs, retryPrintJob } from '../print-queue/index.ts';
import { defineRoute, reply } from '../route.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { renderReceipt } from './render-receipt.ts';
import { requestReceipt, requestTestPage } from './request-print.ts';

const tag = 'Receipts';
const params = z.object({ id });

export const receiptsRoutes = [
  defineRoute({
    method: 'get',
    path: '/orders/{id}/receipt',
    tag,
    summary: 'The receipt of a sale, in blocks to draw',
    access: 'orders.view',
    params,
    answer: receiptAnswer,
    handle: (context, { params: { id: orderId } }) => {
      const order = findOrder(context, orderId);
      if (!order.ok) return order;
      const blocks = renderReceipt(context, order.value, false).map((block) =>
        block.kind === 'qr' ? { ...block, drawing: qrDrawing(block.data) } : block,
      );
      return ok({ blocks, paperWidth: context.settings().receipt.paperWidth });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/orders/{id}/receipt.pdf',
    tag,
    summary: 'The receipt of a sale as a PDF; marked as a copy where a printer prints the first',
    access: 'orders.view',
    params,
    answer: 'application/pdf',
    handle: async (context, { params: { id: orderId } }) => {
      const order = findOrder(context, orderId);
      if (!order.ok) return order;
      const { receiptNumber, paidAt } = order.value;
      const { printer, receipt } = context.settings();
      const content = await receiptPdf(renderReceipt(context, order.value, printer.kind !== 'none'), {
        paperWidth: receipt.paperWidth,
        title: receiptNumber,
        createdAt: paidAt,
      });
      const headers = { 'content-disposition': `inline; filename="${receiptNumber}.pdf"` };
      return ok(reply({ content, headers }));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/orders/{id}/receipt/print',
    tag,
    summary: 'Prints the receipt of a sale again, marked as a copy',
    access: 'receipts.reprint',
    params,
    status: 202,
    answer: printJob,
    handle: (context, { params: { id: orderId }, actor }) => requestReceipt(context, orderId, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/print-jobs',
    tag,
    summary: 'The print queue: what waits, then the latest',
    access: 'sell',
    answer: printJobList,
    handle: (context) => ok({ items: listPrintJobs(context) }),
  }),
  defineRoute({
    method: 'post',
    path: '/print-jobs/{id}/cancel',
    tag,
    summary: 'Takes a waiting job out of the queue',
    access: 'receipts.reprint',
    params,
    answer: printJob,
    handle: (context, { params: { id: jobId } }) => cancelPrintJob(context, jobId),
  }),
  defineRoute({
    method: 'post',
    path: '/print-jobs/{id}/retry',
    tag,
    summary: 'Tries a waiting or cancelled job again, now',
    access: 'receipts.reprint',
    params,
    answer: printJob,
    handle: (context, { params: { id: jobId } }) => retryPrintJob(context, jobId),
  }),
  defineRoute({
    method: 'post',
    path: '/printer/test',
    tag,
    summary: 'Prints a page to try the printer with',
    access: 'printer.manage',
    status: 202,
    answer: printJob,
    handle: (context) => requestTestPage(context),
  }),
];

function findOrder(context: EngineContext, orderId: string): Result<Order, Failure> {
  const order = getOrder(context.read, orderId);
  return order === null ? fail(failure('order-unknown')) : ok(order);
}
