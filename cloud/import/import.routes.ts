import { mostFileBytes } from '../../shared/sync/entries-file.ts';
import { importAnswer } from '../../shared/sync/protocol.ts';
import { defineRoute } from '../route.ts';
import { importFile } from './import-file.ts';

export const importRoutes = [
  defineRoute({
    method: 'post',
    path: '/sync/import',
    tag: 'Sync',
    summary: 'Take in a signed file of entries that a till could not send',
    access: 'register',
    bytes: { mediaType: 'application/gzip', maximum: mostFileBytes },
    answer: importAnswer,
    handle: (context, { caller, bytes }) => importFile(context, caller, bytes),
  }),
];
