import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import {
  offerUse,
  reward,
  rewardChange,
  rewardCreate,
  rewardPage,
  rewardQuery,
} from '../../../shared/api/offers.ts';
import { ok } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import { defineRoute, reply } from '../route.ts';
import { changeReward } from './change-reward.ts';
import { createReward } from './create-reward.ts';
import { getReward } from './get-reward.ts';

const tag = 'Rewards';
const params = z.object({ id });

export const rewardsRoutes = [
  defineRoute({
    method: 'get',
    path: '/rewards',
    tag,
    summary: 'Rewards, newest first, with what each has taken off so far',
    access: 'offers.view',
    query: rewardQuery,
    answer: rewardPage,
    handle: async (context, { query }) =>
      ok(await context.readInWorker('listRewards', { ...query, now: instantOf(context.clock.now()) })),
  }),
  defineRoute({
    method: 'post',
    path: '/rewards',
    tag,
    summary: 'Makes a reward; the same id again gives the same reward',
    access: 'offers.edit',
    body: rewardCreate,
    status: 201,
    answer: reward,
    handle: async (context, { body, actor }) => {
      const created = await createReward(context, body, actor);
      if (!created.ok) return created;
      return ok(reply({ value: created.value.reward, status: created.value.repeated ? 200 : 201 }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/rewards/{id}',
    tag,
    summary: 'One reward',
    access: 'offers.view',
    params,
    answer: reward,
    handle: (context, { params }) => getReward(context.read, params.id),
  }),
  defineRoute({
    method: 'patch',
    path: '/rewards/{id}',
    tag,
    summary: 'Changes the named fields of a reward; sales that were made keep theirs',
    access: 'offers.edit',
    params,
    body: rewardChange,
    answer: reward,
    handle: (context, { params, body, actor }) => changeReward(context, params.id, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/rewards/{id}/use',
    tag,
    summary: 'What a reward has cost and brought, by day',
    access: 'offers.view',
    params,
    answer: offerUse,
    handle: async (context, { params }) => {
      const found = getReward(context.read, params.id);
      if (!found.ok) return found;
      return ok(await context.readInWorker('rewardUse', { rewardId: params.id }));
    },
  }),
];
