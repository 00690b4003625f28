import type { EngineContext } from '../../context.ts';
import { changeProfile, getProfile, type Profile, type ProfileChange } from '../../people/index.ts';
import { checkPicture, mostPictureBytes } from '../../pictures/index.ts';
import { picturePath } from '../answer-picture.ts';
import { bearer, type AccountCaller } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute, type DialectCall } from './dialect-route.ts';
import { answer, familyFailure, fieldErrors, texts, type FieldErrors } from './drf-errors.ts';
import { emailField, fileField, nullable, optional, type ValuesOf } from './drf-fields.ts';
import { pkField } from './drf-numbers.ts';
import { looseField } from './person-fields.ts';

const fields = {
  user: pkField(),
  first_name: looseField(150),
  last_name: looseField(150),
  email: emailField({ allowBlank: true }),
  phone_no: looseField(40),
  address: looseField(300),
  profile_img: optional(nullable(fileField())),
};
type Values = Partial<ValuesOf<typeof fields>>;

const example = {
  user: 1,
  first_name: 'Juan',
  last_name: 'Cruz',
  email: 'juan@example.com',
  phone_no: '0917 123 4567',
  address: '12 Mabini Street',
  profile_img: null,
};

/** The profile of whoever calls, at 001's path or its alias in 000. */
export function profileRoutes(path: string): AnyDialectRoute[] {
  const common = { path, family: 'accounts', name: 'User Profile', auth: bearer } as const;
  const change = {
    ...common,
    fields,
    // A picture and the other parts of its form.
    mostMultipartBytes: mostPictureBytes + 1024 * 1024,
    alsoCheck: checkUser,
    success: { status: 200, example },
    handle: write,
  };
  return [
    dialectRoute({
      ...common,
      method: 'GET',
      summary: 'The profile of whoever calls',
      success: { status: 200, example },
      handle: (context, { caller, request }) =>
        answer(shaped(request, getProfile(context.read, caller.accountRowId))),
    }),
    dialectRoute({ ...change, method: 'PUT', summary: 'Writes the whole profile of whoever calls' }),
    dialectRoute({
      ...change,
      method: 'PATCH',
      summary: 'Writes the named fields of the profile of whoever calls',
      partial: true,
    }),
  ];
}

/** The original let a client point its profile at another person; here it can only name itself. */
function checkUser(
  _context: EngineContext,
  { user }: Values,
  { caller }: DialectCall<typeof fields, AccountCaller>,
): FieldErrors {
  return user === undefined || user === caller.accountRowId ? {} : { user: [texts.pkUnknown(String(user))] };
}

async function write(
  context: EngineContext,
  { values, caller, request }: DialectCall<typeof fields, AccountCaller>,
): Promise<Response> {
  const { first_name, last_name, email, phone_no, address, profile_img } = values as Values;
  const change: ProfileChange = {
    ...(first_name === undefined ? {} : { firstName: first_name }),
    ...(last_name === undefined ? {} : { lastName: last_name }),
    ...(email === undefined ? {} : { email }),
    ...(phone_no === undefined ? {} : { phone: phone_no }),
    ...(address === undefined ? {} : { address }),
  };
  if (profile_img === null) change.picture = null;
  else if (profile_img !== undefined) {
    const picture = await checkPicture(context, new Uint8Array(await profile_img.arrayBuffer()));
    if (!picture.ok) return fieldErrors({ profile_img: [texts.notAnImage] });
    change.picture = picture.value;
  }
  const changed = await changeProfile(context, caller.accountRowId, change);
  if (!changed.ok) return familyFailure('accounts', changed.failure);
  return answer(shaped(request, changed.value));
}

function shaped(request: Request, profile: Profile): object {
  const { accountRowId, firstName, lastName, email, phone, address, pictureId } = profile;
  return {
    user: accountRowId,
    first_name: firstName,
    last_name: lastName,
    email,
    phone_no: phone,
    address,
    profile_img: pictureId === null ? null : new URL(picturePath + pictureId, request.url).href,
  };
}
