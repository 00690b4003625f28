import { expect, test } from 'vitest';
import { ask } from '../fixtures/dialects.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { pictures } from '../fixtures/pictures.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';

const png = pictures['colour PNG with a text'] ?? Buffer.alloc(0);
type Profile = { profile_img: string | null };

async function openTill(): Promise<{ till: TestEngine; token: string }> {
  const till = await openTestEngine();
  await till.setUp();
  const { username, password } = testShop.owner;
  const { body } = await ask(till, 'POST /api/token/', { json: { username, password } });
  return { till, token: (body as { access: string }).access };
}

/** A form with a picture, as browsers send it. */
async function formOf(bytes: Uint8Array, name: string, type: string) {
  const form = new FormData();
  form.set('first_name', 'Olivia');
  form.set('profile_img', new File([bytes as BlobPart], name, { type }));
  const encoded = new Response(form);
  return {
    raw: await encoded.arrayBuffer(),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  };
}

const upload = async (
  till: TestEngine,
  token: string,
  bytes: Uint8Array,
  name = 'me.png',
  type = 'image/png',
) => ask(till, 'PATCH /api/accounts/profile/', { token, ...(await formOf(bytes, name, type)) });

async function pathOf(answer: { body: unknown }): Promise<string> {
  const { profile_img } = answer.body as Profile;
  expect(profile_img).toMatch(/^http:\/\/127\.0\.0\.1:8000\/api\/media\/pictures\/[0-9a-f-]{36}$/);
  return new URL(profile_img ?? '').pathname;
}

test('a picture is served under the type of its content, whatever its name says', async () => {
  const { till, token } = await openTill();
  const answer = await upload(till, token, png, 'me.html', 'text/html');
  expect(answer).toMatchObject({ status: 200, body: { first_name: 'Olivia' } });
  const shown = await ask(till, `GET ${await pathOf(answer)}`, { headers: { accept: 'image/png' } });
  expect(shown.status).toBe(200);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'",
  });
  expect(String(shown.body)).not.toContain('secret');
  expect((await ask(till, 'GET /api/media/pictures/nothing')).status).toBe(404);
});

test('another picture takes the place of the one before, null takes it away, and nothing is left behind', async () => {
  const { till, token } = await openTill();
  const first = await pathOf(await upload(till, token, png));
  const second = await pathOf(await upload(till, token, pictures['lossy WebP'] ?? png));
  expect(second).not.toBe(first);
  expect((await ask(till, `GET ${first}`)).status).toBe(404);
  const cleared = await ask(till, 'PATCH /api/accounts/profile/', { token, json: { profile_img: null } });
  expect(cleared).toMatchObject({ status: 200, body: { profile_img: null } });
  expect((await ask(till, `GET ${second}`)).status).toBe(404);
  const kept = till.engine.context.read.first(
    rawQuery<Record<never, never>, { count: number }>('SELECT count(*) AS count FROM pictures'),
  );
  expect(kept?.count).toBe(0);
});

test('what is no picture, too large or empty is refused and changes nothing', async () => {
  const { till, token } = await openTill();
  const bad = 'Upload a valid image. The file you uploaded was either not an image or a corrupted image.';
  const refused = (text: string) => ({ status: 400, body: { profile_img: [text] } });
  expect(await upload(till, token, Buffer.from('<html>'))).toMatchObject(refused(bad));
  const large = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]);
  expect(await upload(till, token, large)).toMatchObject(refused(bad));
  expect(await upload(till, token, Buffer.alloc(0))).toMatchObject(refused('The submitted file is empty.'));
  expect((await upload(till, token, Buffer.alloc(3 * 1024 * 1024))).status).toBe(413);
  expect(await ask(till, 'GET /api/accounts/profile/', { token })).toMatchObject({
    body: { first_name: '', profile_img: null },
  });
});
