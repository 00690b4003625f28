import { z } from 'zod';
import { approvalIds } from '../../../shared/api/approvals.ts';
import { id } from '../../../shared/api/common.ts';
import { printJob } from '../../../shared/api/orders.ts';
import { zReport, zReportPage, zReportQuery } from '../../../shared/api/shifts.ts';
import { ok } from '../../../shared/domain/result.ts';
import { receiptPdf } from '../receipts/index.ts';
import { defineRoute, reply } from '../route.ts';
import { getZReport, listZReports, printZReport } from './z-reports.ts';

const tag = 'Shifts';
const params = z.object({ id });

export const zReportsRoutes = [
  defineRoute({
    method: 'get',
    path: '/z-reports',
    tag,
    summary: 'Z reports, newest first',
    access: 'reports.day',
    query: zReportQuery,
    answer: zReportPage,
    handle: (context, { query }) => ok(listZReports(context, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/z-reports/{id}',
    tag,
    summary: 'A Z report as it was made: facts, paper and signature',
    access: 'reports.day',
    params,
    answer: zReport,
    handle: (context, { params: { id: reportId } }) => getZReport(context, reportId),
  }),
  defineRoute({
    method: 'get',
    path: '/z-reports/{id}/z-report.pdf',
    tag,
    summary: 'A Z report as a PDF, from its stored paper',
    access: 'reports.day',
    params,
    answer: 'application/pdf',
    handle: async (context, { params: { id: reportId } }) => {
      const report = getZReport(context, reportId);
      if (!report.ok) return report;
      const { number, at, blocks, paperWidth } = report.value;
      const title = `Z-${number}`;
      const content = await receiptPdf(blocks, { paperWidth, title, createdAt: at, logo: null });
      const headers = { 'content-disposition': `inline; filename="${title}.pdf"` };
      return ok(reply({ content, headers }));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/z-reports/{id}/print',
    tag,
    summary: 'Prints a Z report again, the same to the byte',
    access: 'shifts.close',
    params,
    body: z.strictObject({ approvalIds }),
    status: 202,
    answer: printJob,
    handle: (context, { params: { id: reportId }, body, actor }) =>
      printZReport(context, reportId, actor, body.approvalIds),
  }),
];
