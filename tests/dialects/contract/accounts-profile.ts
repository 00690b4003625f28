import { account } from './people.ts';
import { but, facts, type Group } from './row.ts';
import { pictures } from './pictures.ts';

const read = 'GET /api/accounts/profile/';
const put = 'PUT /api/accounts/profile/';
const profile = {
  user: 0,
  first_name: 'Sita',
  last_name: 'Rai',
  email: 'sita@example.com',
  phone_no: '9800000001',
  address: 'Patan',
  profile_img: null,
};
/** The sample as JSON text with the caller's own number. */
const own = (changes: object = {}) => but(profile, { user: '#', ...changes }).replace('"#"', '«ana.id»');
const after =
  '{"user":«ana.id»,"first_name":"Sita","last_name":"Rai","email":"sita@example.com","phone_no":"9800000001","address":"Patan","profile_img":null}';
const required = (field: string) => ({
  body: own({ [field]: undefined }),
  text: `{"${field}":["This field is required."]}`,
});
const noFile = 'The submitted data was not a file. Check the encoding type on the form.';

export const accountsProfile: Group = {
  name: '001 profile',
  people: [account('ana'), account('ben')],
  rows: [
    ...facts(
      { at: '§2.1', ask: read, as: 'ana', status: 200 },
      {
        'the profile, keys in order': {
          text: '{"user":«ana.id»,"first_name":"Ram","last_name":"Thapa","email":"ana@example.com","phone_no":"9812345678","address":"Godawari","profile_img":null}',
        },
        'the profile of nobody': {
          as: 'nobody',
          status: 401,
          text: '{"detail":"Authentication credentials were not provided."}',
        },
      },
    ),
    ...facts(
      { at: '§2.1', ask: put, as: 'ana', status: 200 },
      {
        'PUT stores every field and answers the profile': { body: own(), text: after },
        'what PUT stored is read again': {
          first: [{ ask: put, as: 'ana', body: own() }],
          ask: read,
          text: after,
        },
        'PUT as a form': {
          body: {
            form: {
              user: '«ana.id»',
              first_name: 'Form',
              last_name: 'Rai',
              email: 'sita@example.com',
              phone_no: '9800000001',
              address: 'Patan',
            },
          },
          text: after.replace('Sita', 'Form'),
        },
        'the profile of somebody else cannot be taken over': {
          body: own({ user: '@' }).replace('"@"', '«ben.id»'),
          status: [200, 400],
          also: async (_, world) => {
            const [ana, ben] = [
              await world.send({ ask: read, as: 'ana' }),
              await world.send({ ask: read, as: 'ben' }),
            ];
            if (!ana.text.includes(`"user":${world.words.get('ana.id')}`)) throw new Error(ana.text);
            if (!ben.text.includes('ben@example.com')) throw new Error(ben.text);
          },
        },
      },
    ),
    ...facts(
      { at: '§2.1', ask: put, as: 'ana', status: 400 },
      {
        'PUT without first_name': required('first_name'),
        'PUT without last_name': required('last_name'),
        'PUT without email': required('email'),
        'PUT without phone_no': required('phone_no'),
        'PUT without address': required('address'),
        'PUT without user': required('user'),
        'PUT of an empty object names every missing key in order': {
          body: '{}',
          text: '{"user":["This field is required."],"first_name":["This field is required."],"last_name":["This field is required."],"email":["This field is required."],"phone_no":["This field is required."],"address":["This field is required."]«all»}',
        },
        'an unknown user': {
          body: own({ user: 999 }),
          text: '{"user":["Invalid pk \\"999\\" - object does not exist."]}',
        },
        'a user that is no number': {
          body: own({ user: 'x' }),
          text: '{"user":["Incorrect type. Expected pk value, received str."]}',
        },
        'a text for profile_img': {
          body: own({ profile_img: 'me.png' }),
          text: `{"profile_img":["${noFile}"]}`,
        },
        'a bad e-mail': {
          body: own({ email: 'nobody' }),
          text: '{"email":["Enter a valid email address."]}',
        },
      },
    ),
    ...facts(
      { at: '§2.1', ask: put, status: 401 },
      {
        'PUT by nobody': {
          body: '{}',
          text: '{"detail":"Authentication credentials were not provided."}',
          sent: { 'www-authenticate': 'Bearer realm="api"' },
        },
      },
    ),
    ...facts(
      { at: '§2.1', as: 'ana', ask: put, status: 200 },
      {
        'a picture is stored and answered as a URL': {
          body: { multipart: { ...form(), profile_img: pictures.png } },
          keep: { picture: 'profile_img' },
          text: '{"user":«ana.id»,"first_name":"Sita","last_name":"Rai","email":"sita@example.com","phone_no":"9800000001","address":"Patan","profile_img":"http«text»"}',
          also: async (_, world) => {
            const url = new URL(world.words.get('picture') ?? '');
            const answer = await world.send({ ask: `GET ${url.pathname}`, as: 'ana' });
            if (answer.status !== 200 || answer.headers.get('content-type') !== 'image/png')
              throw new Error(`${answer.status} ${answer.headers.get('content-type')}`);
          },
        },
        'a picture that is none is refused': {
          body: {
            multipart: { ...form(), profile_img: new File(['<svg/>'], 'me.png', { type: 'image/png' }) },
          },
          status: 400,
          text: '{"profile_img":["«text»"]}',
        },
      },
    ),
    ...facts(
      { at: '§7 #28', ask: 'GET /api/profile/', as: 'ben', status: 200 },
      {
        'GET /api/profile/ is 001’s': {
          text: '{"user":«ben.id»,"first_name":"Ram","last_name":"Thapa","email":"ben@example.com","phone_no":"9812345678","address":"Godawari","profile_img":null}',
        },
        'PUT /api/profile/ is 001’s': {
          ask: 'PUT /api/profile/',
          body: own().replace('«ana.id»', '«ben.id»'),
          text: after.replace('«ana.id»', '«ben.id»'),
        },
        '/api/profile/ of nobody': {
          as: 'nobody',
          status: 401,
          text: '{"detail":"Authentication credentials were not provided."}',
        },
      },
    ),
  ],
};

function form(): Record<string, string> {
  return {
    user: '«ana.id»',
    first_name: 'Sita',
    last_name: 'Rai',
    email: 'sita@example.com',
    phone_no: '9800000001',
    address: 'Patan',
  };
}
