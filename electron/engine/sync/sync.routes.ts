import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import {
  syncCode,
  syncCodeRequest,
  syncExceptions,
  syncImported,
  syncJoin,
  syncProof,
  syncReadiness,
  syncReviewDecision,
  syncStatus as syncStatusSchema,
  syncStores,
} from '../../../shared/api/sync.ts';
import { ok } from '../../../shared/domain/result.ts';
import { mostFileBytes } from '../../../shared/sync/entries-file.ts';
import { reportAnswer, reportQuery } from '../../../shared/sync/protocol.ts';
import { callCloud } from '../cloud-link/index.ts';
import { defineRoute, reply } from '../route.ts';
import { syncNow } from './background.ts';
import { decideReview, makeCode, revokeRegister } from './cloud-acts.ts';
import { entriesFileType, exportEntries } from './export-entries.ts';
import { importEntries } from './import-entries.ts';
import { joinCloud } from './join-cloud.ts';
import { askStores } from './learn-registers.ts';
import { leaveCloud } from './leave-cloud.ts';
import { listExceptions } from './list-exceptions.ts';
import { proveSync } from './prove-sync.ts';
import { readiness } from './readiness.ts';
import { startArriving } from './snapshot/index.ts';
import { syncStatus } from './sync-status.ts';

const tag = 'Sync';

export const syncRoutes = [
  defineRoute({
    method: 'get',
    path: '/sync',
    tag,
    summary: 'How the exchange with the cloud goes: what waits, what was sent, what is wrong',
    access: 'sync.view',
    answer: syncStatusSchema,
    handle: async (context) => ok(await syncStatus(context)),
  }),
  defineRoute({
    method: 'post',
    path: '/sync/join',
    tag,
    summary: 'Makes this till a register of a shop, by a one-time code',
    access: 'sync.manage',
    body: syncJoin,
    answer: syncStatusSchema,
    handle: async (context, { body, actor }) => {
      const joined = await joinCloud(context, body, actor);
      if (!joined.ok) return joined;
      const status = await syncStatus(context);
      startArriving(context);
      return ok(status);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/sync/leave',
    tag,
    summary: 'Takes this till out of the cloud, once nothing waits',
    access: 'sync.manage',
    answer: syncStatusSchema,
    handle: async (context, { actor }) => {
      const left = await leaveCloud(context, actor);
      return left.ok ? ok(await syncStatus(context)) : left;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/sync/now',
    tag,
    summary: 'Sends and asks at once instead of at the next time',
    access: 'sync.view',
    answer: syncStatusSchema,
    handle: async (context) => {
      await syncNow(context);
      return ok(await syncStatus(context));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/sync/prove',
    tag,
    summary: 'Holds the till’s sales and chain against what the cloud has of them',
    access: 'sync.view',
    answer: syncProof,
    handle: (context) => proveSync(context),
  }),
  defineRoute({
    method: 'get',
    path: '/sync/export',
    tag,
    summary: 'Everything that waits as one signed file, which the cloud takes in',
    access: 'sync.manage',
    answer: entriesFileType,
    handle: async (context) => {
      const file = await exportEntries(context);
      if (!file.ok) return file;
      const { name, content } = file.value;
      const headers = {
        'content-type': entriesFileType,
        'content-disposition': `attachment; filename="${name}"`,
      };
      return ok(reply<undefined>({ content, headers }));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/sync/import',
    tag,
    summary: 'Brings the cloud a file of entries that another till of the shop could not send',
    access: 'sync.manage',
    bytes: { mediaTypes: [entriesFileType, 'application/octet-stream'], maximum: mostFileBytes },
    answer: syncImported,
    handle: (context, { bytes }) => importEntries(context, bytes),
  }),
  defineRoute({
    method: 'get',
    path: '/sync/exceptions',
    tag,
    summary: 'What a person has to look at, here and in the cloud',
    access: 'sync.view',
    answer: syncExceptions,
    handle: async (context) => ok(await listExceptions(context)),
  }),
  defineRoute({
    method: 'get',
    path: '/sync/readiness',
    tag,
    summary: 'Whether this till can work for three weeks with no network',
    access: 'sync.view',
    answer: syncReadiness,
    handle: (context) => ok(readiness(context)),
  }),
  defineRoute({
    method: 'get',
    path: '/sync/stores',
    tag,
    summary: 'The shops and tills of the organisation',
    access: 'sync.view',
    answer: syncStores,
    handle: (context) => askStores(context),
  }),
  defineRoute({
    method: 'post',
    path: '/sync/codes',
    tag,
    summary: 'Makes a one-time code for one more till',
    access: 'sync.manage',
    body: syncCodeRequest,
    status: 201,
    answer: syncCode,
    handle: (context, { body }) => makeCode(context, body),
  }),
  defineRoute({
    method: 'post',
    path: '/sync/registers/{id}/revoke',
    tag,
    summary: 'Takes another till out of the shop: the cloud does not let it in any more',
    access: 'sync.manage',
    params: z.object({ id }),
    answer: syncStores,
    handle: async (context, { params }) => {
      const revoked = await revokeRegister(context, params.id);
      return revoked.ok ? askStores(context) : revoked;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/sync/reviews/{id}/decide',
    tag,
    summary: 'Decides on an entry that the cloud keeps for review',
    access: 'sync.manage',
    params: z.object({ id }),
    body: syncReviewDecision,
    status: 204,
    answer: null,
    handle: (context, { params, body, actor }) => decideReview(context, params.id, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/sync/reports',
    tag,
    summary: 'Sales of all tills and shops, as the cloud sums them up',
    access: 'reports.day',
    query: reportQuery,
    answer: reportAnswer,
    handle: (context, { query }) =>
      callCloud(context, { method: 'GET', path: '/reports', query, answer: reportAnswer }),
  }),
];
