import { z } from 'zod';
import { fail, ok } from '../../shared/domain/result.ts';
import { cloudFailure } from '../../shared/sync/cloud-failures.ts';
import {
  numberInAddress,
  snapshotAnswer,
  snapshotBegin,
  snapshotPartBytes,
  snapshotState,
} from '../../shared/sync/protocol.ts';
import { defineRoute } from '../route.ts';
import { beginSnapshot } from './begin-snapshot.ts';
import { completeSnapshot } from './complete-snapshot.ts';
import { putPart } from './put-part.ts';
import { latestSnapshot, readPart } from './read-snapshots.ts';

const tag = 'Snapshots';
const one = z.object({ id: z.uuid() });
const part = one.extend({ n: numberInAddress(0, 100_000) });
const mediaType = 'application/octet-stream';

export const snapshotRoutes = [
  defineRoute({
    method: 'get',
    path: '/store/snapshot',
    tag,
    summary: 'The newest snapshot that a new till of the store can start from',
    access: 'register',
    answer: snapshotAnswer,
    handle: async ({ database }, { caller }) =>
      ok({ snapshot: await latestSnapshot(database, caller.storeId) }),
  }),
  defineRoute({
    method: 'put',
    path: '/store/snapshots/{id}',
    tag,
    summary: 'Begins a snapshot, or says how many parts of it are there',
    access: 'register',
    params: one,
    body: snapshotBegin,
    answer: snapshotState,
    handle: async (context, { caller, params, body }) =>
      params.id === body.id
        ? beginSnapshot(context, caller, body)
        : fail(
            cloudFailure('request-invalid', { message: 'The id in the body is not that of the address.' }),
          ),
  }),
  defineRoute({
    method: 'put',
    path: '/store/snapshots/{id}/parts/{n}',
    tag,
    summary: 'Takes the next part of a snapshot; they are counted from 0',
    access: 'register',
    params: part,
    bytes: { mediaType, maximum: snapshotPartBytes },
    answer: snapshotState,
    handle: (context, { caller, params, bytes }) => putPart(context, caller, { ...params, bytes }),
  }),
  defineRoute({
    method: 'post',
    path: '/store/snapshots/{id}/complete',
    tag,
    summary: 'Checks a snapshot of which all parts are there, in place of the older ones',
    access: 'register',
    params: one,
    answer: snapshotState,
    handle: (context, { caller, params }) => completeSnapshot(context, caller, params.id),
  }),
  defineRoute({
    method: 'get',
    path: '/store/snapshots/{id}/parts/{n}',
    tag,
    summary: 'One part of a snapshot',
    access: 'register',
    params: part,
    answer: mediaType,
    async handle({ database }, { caller, params }) {
      const bytes = await readPart(database, { storeId: caller.storeId, ...params });
      return bytes === undefined ? fail(cloudFailure('snapshot-unknown')) : ok({ bytes });
    },
  }),
];
