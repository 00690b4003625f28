/** Every expected failure of the cloud: its HTTP status, and what it says when the place that failed has nothing more precise. */
type CloudFailureEntry = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  message: string;
};

export const cloudFailures = {
  // Requests
  'request-invalid': { status: 400, message: 'Something in this request is not as it should be.' },
  'request-not-json': { status: 400, message: 'The request is not readable JSON.' },
  'request-not-gzip': { status: 400, message: 'The request says that it is packed with gzip, and is not.' },
  'request-too-large': { status: 413, message: 'The request is too large.' },
  'media-type-unsupported': { status: 415, message: 'This kind of content is not understood here.' },
  'encoding-unsupported': { status: 415, message: 'Send the content as it is, or packed with gzip.' },
  'route-unknown': { status: 404, message: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, message: 'This address does not answer to that method.' },
  'too-many-tries': { status: 429, message: 'There were too many wrong codes. Wait a minute and try again.' },
  'cloud-fault': { status: 500, message: 'The cloud met an error of its own. Nothing was changed.' },
  'cloud-closing': { status: 503, message: 'The cloud is stopping. Try again in a moment.' },
  'database-unreachable': {
    status: 503,
    message: 'The cloud cannot reach its database. Try again in a moment.',
  },

  // Who calls
  'token-missing': { status: 401, message: 'This needs the token of a register.' },
  'token-invalid': { status: 401, message: 'This token is not valid.' },
  'register-unknown': {
    status: 401,
    message: 'The cloud does not know this till: it was put back to a backup of before this till joined.',
  },
  'clock-differs': { status: 401, message: 'The clock of this till is not right.' },
  'register-revoked': { status: 403, message: 'This till was taken off the shop’s list.' },

  // Registers
  'code-wrong': { status: 404, message: 'This code is not right. Look at it again, or make a new one.' },
  'code-used': { status: 409, message: 'This code was used already. Make a new one.' },
  'code-expired': { status: 409, message: 'This code is too old. Make a new one.' },
  'currency-differs': { status: 409, message: 'This till has sold in another currency than the shop.' },
  'store-unknown': { status: 404, message: 'There is no such shop.' },
  'register-not-found': { status: 404, message: 'There is no such register.' },
  'register-is-own': { status: 409, message: 'A register cannot revoke itself. It can leave the cloud.' },

  'review-unknown': { status: 404, message: 'There is nothing to review with this id.' },

  // Snapshots
  'snapshot-unknown': { status: 404, message: 'There is no such snapshot. Begin it, or ask for the newest.' },
  'snapshot-differs': {
    status: 409,
    message: 'A snapshot with this id is here with other content. Take another id.',
  },
  'snapshot-complete': { status: 409, message: 'This snapshot is complete. Nothing can be added to it.' },
  'snapshot-part-early': { status: 409, message: 'The parts before this one are missing. Send them first.' },
  'snapshot-part-length': { status: 422, message: 'This part does not have the length that it has to have.' },
  'snapshot-incomplete': { status: 409, message: 'Parts of this snapshot are missing. Send them first.' },
  'snapshot-damaged': {
    status: 422,
    message: 'What arrived is not what was announced. It was thrown away; make a new snapshot.',
  },
  'snapshot-outdated': {
    status: 409,
    message: 'The cloud was restored since this snapshot was made. Read everything again first.',
  },
  'snapshot-too-large': { status: 413, message: 'This snapshot is too large.' },

  // Entries
  'stream-unknown': { status: 404, message: 'The cloud knows nothing of this stream.' },
  'stream-of-another': { status: 409, message: 'This stream belongs to another register.' },
  'parent-behind': {
    status: 409,
    message: 'The cloud has less of the stream before this one. It was restored from a backup.',
  },
  forked: {
    status: 409,
    message: 'The cloud has other entries of this till. It was restored from a copy, or it was copied.',
  },
  'file-unreadable': { status: 400, message: 'This is not a readable file of entries.' },
  'file-forged': { status: 422, message: 'The signature of this file is not right: it was changed.' },
  'file-of-another-store': { status: 409, message: 'This file is of a till of another shop.' },
  'file-has-gap': { status: 409, message: 'Entries before this file are missing. Import them first.' },
} as const satisfies Record<string, CloudFailureEntry>;

export type CloudFailureCode = keyof typeof cloudFailures;

export type CloudFailure = {
  code: CloudFailureCode;
  message: string;
  details?: Record<string, unknown>;
};

/** A failure with its own sentence, or with that of its code. */
export function cloudFailure(
  code: CloudFailureCode,
  more: { message?: string; details?: Record<string, unknown> } = {},
): CloudFailure {
  return { code, message: cloudFailures[code].message, ...more };
}
