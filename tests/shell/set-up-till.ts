import { sessionAnswer } from '../../shared/api/people.ts';

/** Goes through the set-up wizard by its interface; the owner's password is `seven green mangoes`. Answers the token. */
export async function setUpTill(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      shop: {
        name: 'Panaderia',
        country: 'PH',
        currency: 'PHP',
        locale: 'en-PH',
        timeZone: 'Asia/Manila',
      },
      tax: { mode: 'inclusive', name: 'VAT', ratePpm: 120_000 },
      owner: { username: 'owner', displayName: 'Owner', password: 'seven green mangoes', pin: '4071' },
    }),
  });
  if (answer.status !== 201) throw new Error(`set-up answered ${answer.status}: ${await answer.text()}`);
  return sessionAnswer.parse(await answer.json()).accessToken;
}
