import { z } from 'zod';
import { approvalIds } from '../../../shared/api/approvals.ts';
import { id } from '../../../shared/api/common.ts';
import { failure } from '../../../shared/api/failures.ts';
import { printJob, printJobList, type Order } from '../../../shared/api/orders.ts';
import { printerAnswer, receiptAnswer } from '../../../shared/api/receipts.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { settings } from '../../../shared/api/settings.ts';
import { qrDrawing } from '../../devices/qr-svg.ts';
import type { EngineContext } from '../context.ts';
import { getOrder } from '../orders/index.ts';
import { askPrinter, cancelPrintJob, listPrintJobs, retryPrintJob } from '../print-queue/index.ts';
import { mostPictureBytes } from '../pictures/index.ts';
import { defineRoute, reply } from '../route.ts';
import { logoOf } from './make-paper.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { renderReceipt } from './render-receipt.ts';
import { removeLogo, setLogo } from './set-logo.ts';
import { reprintPaper, requestDrawerTest, requestReceipt, requestTestPage } from './request-print.ts';

const tag = 'Receipts';
const params = z.object({ id });
const withApprovalIds = z.strictObject({ approvalIds });

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
      const blocks = renderReceipt(context, order.value, printer.kind !== 'none');
      const content = await receiptPdf(blocks, {
        logo: logoOf(context, blocks),
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
    body: withApprovalIds,
    handle: (context, { params: { id: orderId }, body, actor }) =>
      requestReceipt(context, orderId, actor, body.approvalIds),
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
    path: '/print-jobs/{id}/reprint',
    tag,
    summary: 'Prints a slip, a report or a refund again, marked as a copy',
    access: 'receipts.reprint',
    params,
    status: 202,
    answer: printJob,
    body: withApprovalIds,
    handle: (context, { params: { id: jobId }, body, actor }) =>
      reprintPaper(context, jobId, actor, body.approvalIds),
  }),
  defineRoute({
    method: 'post',
    path: '/receipt-logo',
    tag,
    summary: 'Puts a picture (PNG or JPEG) above the shop’s name on receipts',
    access: 'settings.edit',
    bytes: { mediaTypes: ['image/png', 'image/jpeg', 'application/octet-stream'], maximum: mostPictureBytes },
    answer: settings,
    handle: (context, { bytes, actor }) => setLogo(context, bytes, actor),
  }),
  defineRoute({
    method: 'delete',
    path: '/receipt-logo',
    tag,
    summary: 'Takes the picture off the receipts',
    access: 'settings.edit',
    answer: settings,
    handle: (context, { actor }) => removeLogo(context, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/printer/status',
    tag,
    summary: 'Asks the printer how it is, now',
    access: 'printer.manage',
    answer: printerAnswer,
    handle: async (context) => ok(await askPrinter(context)),
  }),
  defineRoute({
    method: 'post',
    path: '/printer/drawer-test',
    tag,
    summary: 'Opens the drawer to try it, which is journalled',
    access: 'printer.manage',
    status: 202,
    answer: printJob,
    handle: (context, { actor }) => requestDrawerTest(context, actor),
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
