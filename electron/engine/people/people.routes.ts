import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import {
  account,
  accountChange,
  accountCreate,
  accountPage,
  accountQuery,
} from '../../../shared/api/people.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { endAccountSessions } from './end-sessions.ts';
import { listAccounts } from './list-accounts.ts';

const byId = z.object({ id });

export const peopleRoutes = [
  defineRoute({
    method: 'get',
    path: '/accounts',
    tag: 'People',
    summary: 'A page of accounts, by user name',
    access: 'people.manage',
    query: accountQuery,
    answer: accountPage,
    handle: (context, { query }) => ok(listAccounts(context, query)),
  }),
  defineRoute({
    method: 'post',
    path: '/accounts',
    tag: 'People',
    summary: 'Creates an account',
    access: 'people.manage',
    body: accountCreate,
    status: 201,
    answer: account,
    handle: (context, { body, actor }) => createAccount(context, body, actor),
  }),
  defineRoute({
    method: 'patch',
    path: '/accounts/{id}',
    tag: 'People',
    summary: 'Changes the name, role, status, password or PIN of an account',
    access: 'people.manage',
    params: byId,
    body: accountChange,
    answer: account,
    handle: (context, { params, body, actor }) => changeAccount(context, params.id, body, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/accounts/{id}/end-sessions',
    tag: 'People',
    summary: 'Signs an account out everywhere',
    access: 'people.manage',
    params: byId,
    answer: account,
    handle: (context, { params, actor }) => endAccountSessions(context, params.id, actor),
  }),
];
