import type { z } from 'zod';
import { errorAnswer } from '../../shared/api/common.ts';
import { sessionAnswer } from '../../shared/api/people.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { askPerson } from './ask-person.ts';
import type { ReachedEngine } from './reach-engine.ts';

export type Refusal = { message: string };

/** Signs a person in: by the name that was given or is asked for, and the password of SUKLI_PASSWORD or as it is typed. */
export async function signInHere(
  engine: ReachedEngine,
  user: string | null,
): Promise<Result<string, Refusal>> {
  const username = user ?? (await askPerson('User name: '));
  if (username === null) return fail({ message: 'Name who does this with --user.' });
  const password = process.env['SUKLI_PASSWORD'] ?? (await askPerson(`Password of ${username}: `, true));
  if (password === null)
    return fail({ message: 'Put the password into SUKLI_PASSWORD, or run this on a terminal.' });
  const answer = await engine.ask('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const read = await readAnswer(answer, sessionAnswer);
  return read.ok ? ok(read.value.accessToken) : read;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export async function readAnswer<T>(answer: Response, schema: z.ZodType<T>): Promise<Result<T, Refusal>> {
  if (!answer.ok) return fail(await refusalOf(answer));
  return ok(schema.parse(await answer.json()));
}

/** What the till says against it. */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const error = errorAnswer.safeParse(await answer.json().catch(() => null));
  return { message: error.success ? error.data.error.message : `The till answered ${answer.status}.` };
}
