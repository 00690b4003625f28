import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import type { Cloud } from '../../../cloud/cloud.ts';
import { cloudRoutes } from '../../../cloud/routes.ts';
import { cloudFailures, type CloudFailureCode } from '../../../shared/sync/cloud-failures.ts';
import { cloudError } from '../../../shared/sync/protocol.ts';

/** A cloud of which every answer is held against what its document says of the route, no field more and none less. */
export function keepToDocument(cloud: Cloud): Cloud {
  return {
    ...cloud,
    async fetch(request, from) {
      const response = await cloud.fetch(request, from);
      const wrong = await whatDiffers(request, response.clone());
      if (wrong !== null) throw new Error(`${request.method} ${request.url}: ${wrong}`);
      return response;
    },
  };
}

async function whatDiffers({ method, url }: Request, response: Response): Promise<string | null> {
  const { status, headers } = response;
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = (headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
  if (status >= 400) return whatDiffersInError(status, JSON.parse(text));
  const { pathname } = new URL(url);
  const route = cloudRoutes.find((one) => one.method === method.toLowerCase() && fits(one.path, pathname));
  if (route === undefined) return pathname === '/v1/openapi.json' ? null : 'no route of the document';
  const { answer } = route;
  if (answer === null) return status === 204 && text === '' ? null : 'something instead of nothing';
  if (typeof answer === 'string')
    return headers.get('content-type') === answer ? null : 'another kind of content';
  return status === 200 ? whatDiffersIn(answer, JSON.parse(text)) : `status ${status}`;
}

function whatDiffersInError(status: number, value: unknown): string | null {
  const shape = whatDiffersIn(cloudError, value);
  if (shape !== null) return shape;
  const { code } = (value as z.infer<typeof cloudError>).error;
  const known = Object.hasOwn(cloudFailures, code) ? cloudFailures[code as CloudFailureCode] : undefined;
  return known?.status === status ? null : `${code} with status ${status}`;
}

function whatDiffersIn(schema: z.ZodType, value: unknown): string | null {
  const read = schema.safeParse(value);
  if (!read.success) return read.error.message;
  return isDeepStrictEqual(read.data, value)
    ? null
    : `fields that are not documented: ${JSON.stringify(value)}`;
}

function fits(pattern: string, path: string): boolean {
  const expected = `/v1${pattern}`.split('/');
  const parts = path.split('/');
  return (
    parts.length === expected.length &&
    expected.every((part, at) => part.startsWith('{') || part === parts[at])
  );
}
