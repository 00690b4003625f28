import { sessionAnswer } from '../../../shared/api/people.ts';
import { setUpRequest, setUpState } from '../../../shared/api/settings.ts';
import { ok } from '../../../shared/domain/result.ts';
import { answerSession } from '../people/index.ts';
import { defineRoute } from '../route.ts';
import { isSetUpNeeded } from './is-set-up-needed.ts';
import { setUpTill } from './set-up-till.ts';

export const setupRoutes = [
  defineRoute({
    method: 'get',
    path: '/setup',
    tag: 'Set-up',
    summary: 'Whether this till still has to be set up',
    access: 'public',
    answer: setUpState,
    handle: (context) => ok({ needed: isSetUpNeeded(context), demo: context.identity().demo }),
  }),
  defineRoute({
    method: 'post',
    path: '/setup',
    tag: 'Set-up',
    summary: 'Sets a fresh till up and signs its owner in; open only while there is no admin',
    access: 'public',
    body: setUpRequest,
    status: 201,
    answer: sessionAnswer,
    handle: async (context, { body, request }) => {
      const done = await setUpTill(context, body);
      return done.ok ? ok(await answerSession(context, request, done.value)) : done;
    },
  }),
];
