import { z } from 'zod';
import { ok } from '../../shared/domain/result.ts';
import {
  codeAnswer,
  codeRequest,
  enrolAnswer,
  enrolRequest,
  storesAnswer,
} from '../../shared/sync/protocol.ts';
import { triesOf } from '../auth/limit-tries.ts';
import { defineRoute } from '../route.ts';
import { enrol } from './enrol.ts';
import { listStores } from './list-stores.ts';
import { makeRegisterCode } from './make-register-code.ts';
import { leave, revokeRegister } from './revoke-register.ts';

const tag = 'Registers';

export const registerRoutes = [
  defineRoute({
    method: 'post',
    path: '/registers/enrol',
    tag,
    summary: 'Make a till a register of a store, by a one-time code',
    access: 'public',
    body: enrolRequest,
    answer: enrolAnswer,
    async handle(context, { body, remoteAddress }) {
      const tries = triesOf(context);
      const allowed = tries.check(remoteAddress);
      if (!allowed.ok) return allowed;
      const enrolled = await enrol(context, body);
      if (!enrolled.ok && enrolled.failure.code === 'code-wrong') tries.noteWrong(remoteAddress);
      return enrolled;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/registers/codes',
    tag,
    summary: 'Make a code for one more till',
    access: 'register',
    body: codeRequest,
    answer: codeAnswer,
    handle: (context, { caller, body }) => makeRegisterCode(context, caller, body),
  }),
  defineRoute({
    method: 'post',
    path: '/registers/{id}/revoke',
    tag,
    summary: 'Take a register out of the shop',
    access: 'register',
    params: z.object({ id: z.uuid() }),
    answer: null,
    handle: (context, { caller, params }) => revokeRegister(context, caller, params.id),
  }),
  defineRoute({
    method: 'delete',
    path: '/registers/self',
    tag,
    summary: 'Leave the cloud',
    access: 'register',
    answer: null,
    handle: (context, { caller }) => leave(context, caller),
  }),
  defineRoute({
    method: 'get',
    path: '/stores',
    tag,
    summary: 'The stores and registers of the organisation',
    access: 'register',
    answer: storesAnswer,
    handle: async (context, { caller }) => ok(await listStores(context, caller)),
  }),
];
