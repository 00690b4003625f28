import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import { readBytes } from '../read-request.ts';
import type { BodyValue, JsonValue } from './json-values.ts';
import { parseJson } from './parse-json.ts';

/** The fields of a body by name, or whatever else a JSON body was. In a form an empty text stands for nothing, too. */
export type Body = { isForm: boolean; value: JsonValue | BodyFields };
export type BodyFields = { readonly [name: string]: BodyValue };

/** Why a body cannot be read: 400, 413 or 415 and the sentence. */
export type BodyFault = { status: 400 | 413 | 415; text: string };

export const parsedMediaTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
] as const;

/** Reads JSON, a form or multipart up to a limit. Nothing at all counts as no fields, whatever its type says. */
export async function readBody(request: Request, maximum: number): Promise<Result<Body, BodyFault>> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  const tooLarge = { status: 413, text: `The body is larger than ${maximum} bytes.` } as const;
  if (declared > maximum) return fail(tooLarge);
  const bytes = await readBytes(request, maximum);
  if (!bytes.ok) return fail(tooLarge);
  if (bytes.value.byteLength === 0) return ok({ isForm: false, value: {} });
  const contentType = request.headers.get('content-type') ?? '';
  const mediaType = mediaTypeOf(request);
  if (mediaType === 'application/json') return readJson(bytes.value);
  if (mediaType === 'application/x-www-form-urlencoded') return ok(readForm(bytes.value));
  if (mediaType === 'multipart/form-data') return readMultipart(bytes.value, contentType);
  return fail({ status: 415, text: `Unsupported media type "${contentType}" in request.` });
}

export function isMultipart(request: Request): boolean {
  return mediaTypeOf(request) === 'multipart/form-data';
}

function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readJson(bytes: Uint8Array): Result<Body, BodyFault> {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return fail({ status: 400, text: "JSON parse error - 'utf-8' codec can't decode the body" });
  }
  const parsed = parseJson(text);
  if (!parsed.ok) return fail({ status: 400, text: `JSON parse error - ${parsed.failure}` });
  return ok({ isForm: false, value: parsed.value });
}

function readForm(bytes: Uint8Array): Body {
  return { isForm: true, value: Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes))) };
}

async function readMultipart(bytes: Uint8Array, contentType: string): Promise<Result<Body, BodyFault>> {
  try {
    const form = await new Response(bytes as BodyInit, {
      headers: { 'content-type': contentType },
    }).formData();
    return ok({ isForm: true, value: Object.fromEntries(form) as BodyFields });
  } catch {
    return fail({ status: 400, text: 'Multipart form parse error - the body is not what its type says' });
  }
}
