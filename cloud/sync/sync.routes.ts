import {
  lostRequest,
  pullAnswer,
  pullQuery,
  pushAnswer,
  pushRequest,
  statementAnswer,
  statementQuery,
  streamAnswer,
  streamRequest,
} from '../../shared/sync/protocol.ts';
import { defineRoute } from '../route.ts';
import { beginStream } from './begin-stream.ts';
import { noteLost } from './lost.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { readPush } from './read-push.ts';
import { statement } from './statement.ts';

const tag = 'Sync';

export const syncRoutes = [
  defineRoute({
    method: 'post',
    path: '/sync/push',
    tag,
    summary: 'Take in entries of a stream',
    access: 'register',
    body: pushRequest,
    readBody: readPush,
    answer: pushAnswer,
    handle: (context, { caller, body }) => push(context, caller, body),
  }),
  defineRoute({
    method: 'get',
    path: '/sync/pull',
    tag,
    summary: 'The next entries of the store’s other streams',
    access: 'register',
    query: pullQuery,
    answer: pullAnswer,
    handle: (context, { caller, query }) => pull(context, caller, query),
  }),
  defineRoute({
    method: 'post',
    path: '/sync/streams',
    tag,
    summary: 'Begin a new life of a till',
    access: 'register',
    body: streamRequest,
    answer: streamAnswer,
    handle: (context, { caller, body }) => beginStream(context, caller, body),
  }),
  defineRoute({
    method: 'get',
    path: '/sync/statement',
    tag,
    summary: 'What the cloud has of a till: entries, sales, refunds and the head',
    access: 'register',
    query: statementQuery,
    answer: statementAnswer,
    handle: (context, { caller, query }) => statement(context, caller, query),
  }),
  defineRoute({
    method: 'post',
    path: '/sync/lost',
    tag,
    summary: 'Say that the cloud has less of a stream than it had confirmed',
    access: 'register',
    body: lostRequest,
    answer: streamAnswer,
    handle: (context, { caller, body }) => noteLost(context, caller, body),
  }),
];
