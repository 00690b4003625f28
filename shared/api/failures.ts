/**
 * Every expected failure of the engine: its HTTP status, what the person at the till reads when the place that
 * failed has nothing more precise to say, and what the owner can do about it.
 */
export type FailureEntry = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 507;
  message: string;
  remedy: string;
};

export const failures = {
  // Requests
  'request-invalid': {
    status: 400,
    message: 'Something in this request is not as it should be.',
    remedy: 'Correct the field that is named.',
  },
  'request-not-json': {
    status: 400,
    message: 'The request is not readable JSON.',
    remedy: 'Send well-formed JSON.',
  },
  'request-too-large': { status: 413, message: 'The request is too large.', remedy: 'Send less at once.' },
  'media-type-unsupported': {
    status: 415,
    message: 'This kind of content is not understood here.',
    remedy: 'Send the content type that the API page names.',
  },
  'route-unknown': {
    status: 404,
    message: 'There is nothing at this address.',
    remedy: 'See the API page for the addresses there are.',
  },
  'method-not-allowed': {
    status: 405,
    message: 'This address does not answer to that method.',
    remedy: 'See the API page.',
  },
  'host-refused': {
    status: 403,
    message: 'This address is not one that the till answers to.',
    remedy: 'Use the address that the till printed at its start.',
  },
  'origin-refused': {
    status: 403,
    message: 'Pages from this origin may not talk to the till.',
    remedy: 'Add the origin under Settings, Doors.',
  },
  'engine-fault': {
    status: 500,
    message: 'The till met an error of its own. Nothing was changed.',
    remedy: 'Try again; if it repeats, send the log to support.',
  },
  'engine-closing': { status: 503, message: 'The till is shutting down.', remedy: 'Start it again.' },

  // People and sessions
  'not-signed-in': { status: 401, message: 'Please sign in.', remedy: 'Sign in again.' },
  'sign-in-failed': {
    status: 401,
    message: 'The name, password or PIN is not right.',
    remedy: 'Try again, or ask an admin for a new one.',
  },
  'pin-at-the-till': {
    status: 403,
    message: 'A PIN signs in at the till itself only. Please use your name and password here.',
    remedy: 'Sign in with name and password.',
  },
  'sign-in-throttled': {
    status: 429,
    message: 'Too many failed attempts. Please wait.',
    remedy: 'Wait for the time that is named.',
  },
  'not-allowed': { status: 403, message: 'Your role does not allow this.', remedy: 'Ask an admin.' },
  'set-up-needed': {
    status: 409,
    message: 'This till has not been set up yet.',
    remedy: 'Finish the set-up wizard.',
  },
  'set-up-done': { status: 409, message: 'This till is already set up.', remedy: 'Sign in.' },
  'account-unknown': { status: 404, message: 'There is no such account.', remedy: 'Look it up again.' },
  'username-taken': {
    status: 409,
    message: 'An account with this user name exists already.',
    remedy: 'Choose another user name.',
  },
  'pin-taken': {
    status: 409,
    message: 'This PIN cannot be used. Please choose another.',
    remedy: 'Choose another PIN.',
  },
  'password-weak': {
    status: 422,
    message: 'The password is too short or too common.',
    remedy: 'Use at least 8 characters that are hard to guess.',
  },
  'last-admin': {
    status: 409,
    message: 'This is the last active admin; it cannot be disabled or lose its role.',
    remedy: 'Make another admin first.',
  },

  // Catalogue
  'product-unknown': { status: 404, message: 'There is no such product.', remedy: 'Look it up again.' },
  'category-unknown': { status: 404, message: 'There is no such category.', remedy: 'Look it up again.' },
  'code-unknown': {
    status: 404,
    message: 'No product, customer, receipt or promotion has this code.',
    remedy: 'Add the product, or check the code.',
  },
  'barcode-taken': {
    status: 409,
    message: 'Another product has this barcode already.',
    remedy: 'Remove it there first.',
  },
  'sku-taken': {
    status: 409,
    message: 'Another product has this SKU already.',
    remedy: 'Choose another SKU.',
  },
  'category-taken': {
    status: 409,
    message: 'A category with this name exists already.',
    remedy: 'Choose another name.',
  },
  'tax-class-unknown': {
    status: 422,
    message: 'There is no such tax class.',
    remedy: 'Choose one of Settings, Tax.',
  },
  'import-unknown': { status: 404, message: 'There is no such import.', remedy: 'Start it again.' },
  'import-has-problems': {
    status: 409,
    message: 'The file has rows that cannot be imported. Nothing was imported.',
    remedy: 'Correct the rows that are listed and try again.',
  },
  'import-running': { status: 409, message: 'Another import is running.', remedy: 'Wait until it is done.' },
  'import-not-ready': {
    status: 409,
    message: 'This import is not waiting to be applied.',
    remedy: 'Start it again.',
  },

  // Customers
  'customer-unknown': {
    status: 404,
    message: 'There is no such customer.',
    remedy: 'Look the customer up again.',
  },
  'customer-erased': {
    status: 409,
    message: 'This customer was erased: only the figures of the books are left.',
    remedy: 'Take the customer off the cart. Make a new one, if the person wants to be one again.',
  },
  'customer-same': {
    status: 422,
    message: 'These two are one customer already.',
    remedy: 'Choose another customer to join with this one.',
  },
  'tier-unknown': {
    status: 422,
    message: 'There is no such tier.',
    remedy: 'Choose one of the tiers under Settings, Points.',
  },
  'phone-taken': {
    status: 409,
    message: 'Another customer has this phone number.',
    remedy: 'Open that customer instead.',
  },
  'email-taken': {
    status: 409,
    message: 'Another customer has this e-mail address.',
    remedy: 'Open that customer instead.',
  },
  'phone-invalid': {
    status: 422,
    message: 'This does not look like a phone number.',
    remedy: 'Write it with its digits, with or without the country code.',
  },

  // Sales
  'cart-empty': { status: 422, message: 'The cart is empty.', remedy: 'Add a product first.' },
  'price-changed': {
    status: 409,
    message: 'A price changed while this cart was open.',
    remedy: 'Check the new prices and take the payment again.',
  },
  'total-differs': {
    status: 409,
    message: 'The total on the screen is not the total of the books.',
    remedy: 'Check the cart and take the payment again.',
  },
  'total-too-large': {
    status: 422,
    message: 'This total is larger than the till can count.',
    remedy: 'Check the quantities.',
  },
  'order-id-reused': {
    status: 409,
    message: 'This sale is already in the books with other content. It was not changed.',
    remedy: 'Start a new sale.',
  },
  'order-unknown': { status: 404, message: 'There is no such sale.', remedy: 'Look it up again.' },
  'stock-short': {
    status: 409,
    message: 'There is not enough of this in stock.',
    remedy: 'Lower the quantity, or correct the stock.',
  },
  'shift-needed': { status: 409, message: 'No shift is open.', remedy: 'Open a shift first.' },
  'shift-open': { status: 409, message: 'A shift is open already.', remedy: 'Go on with it.' },

  'shift-unknown': { status: 404, message: 'There is no such shift.', remedy: 'Look it up again.' },
  'shift-closed': {
    status: 409,
    message: 'This shift is closed. Its Z report does not change any more.',
    remedy: 'Open a new shift; a refund corrects what was sold before.',
  },
  'pieces-differ': {
    status: 422,
    message: 'The pieces do not add up to the amount.',
    remedy: 'Count the pieces again, or give the amount alone.',
  },
  'amount-needed': { status: 422, message: 'This needs an amount.', remedy: 'Type how much.' },
  'count-needed': {
    status: 409,
    message: 'The drawer has not been counted yet.',
    remedy: 'Count it first.',
  },
  'count-outdated': {
    status: 409,
    message: 'Money moved since the drawer was counted.',
    remedy: 'Count it again.',
  },
  'reason-needed': { status: 422, message: 'This needs a reason.', remedy: 'Write why.' },
  'z-report-unknown': { status: 404, message: 'There is no such Z report.', remedy: 'Look it up again.' },
  'cart-unknown': { status: 404, message: 'This cart is not here any more.', remedy: 'Look at the list.' },
  'cart-taken': {
    status: 409,
    message: 'Another screen has this cart in hand.',
    remedy: 'Put it aside there first.',
  },

  // Approvals
  'approval-needed': {
    status: 403,
    message: 'This needs an approval.',
    remedy: 'Ask for the PIN that is named.',
  },
  'approval-unknown': {
    status: 409,
    message: 'This approval is not for this, or was used already. One approval is for one act.',
    remedy: 'Ask for it again.',
  },
  'approval-refused': {
    status: 403,
    message: 'This person may not approve this.',
    remedy: 'Ask a manager for their PIN.',
  },
  'act-forbidden': {
    status: 403,
    message: 'The owner does not allow this at the counter.',
    remedy: 'An admin can change it under Settings, Rules.',
  },

  // Refunds and voids
  'refund-unknown': { status: 404, message: 'There is no such refund.', remedy: 'Look it up again.' },
  'refund-exceeds': {
    status: 409,
    message: 'More would come back than is left of this sale.',
    remedy: 'See what is still refundable.',
  },
  'refund-refused': {
    status: 409,
    message: 'This cannot be refunded.',
    remedy: 'See the reason that is named.',
  },
  'void-refused': {
    status: 409,
    message: 'This sale cannot be voided.',
    remedy: 'Refund it instead.',
  },

  // Gift cards, store credit, accounts
  'credit-unknown': { status: 404, message: 'There is no such card or account.', remedy: 'Check the code.' },
  'credit-short': {
    status: 409,
    message: 'There is not enough on it.',
    remedy: 'Take less, and the rest another way.',
  },
  'credit-refused': {
    status: 409,
    message: 'This card or account cannot be used.',
    remedy: 'See the reason that is named.',
  },

  // Loyalty and offers
  'promotion-unknown': { status: 404, message: 'There is no such promotion.', remedy: 'Look it up again.' },
  'promotion-refused': {
    status: 409,
    message: 'This promotion cannot be used here.',
    remedy: 'See the reason that is named.',
  },
  'coupon-taken': {
    status: 409,
    message: 'Another promotion has this coupon code.',
    remedy: 'Choose another code.',
  },
  'offer-invalid': {
    status: 422,
    message: 'This offer cannot be so.',
    remedy: 'Correct the field that is named.',
  },
  'reward-unknown': { status: 404, message: 'There is no such reward.', remedy: 'Look it up again.' },
  'reward-refused': {
    status: 409,
    message: 'This reward cannot be taken with this sale.',
    remedy: 'Take it off the sale.',
  },
  'customer-needed': {
    status: 422,
    message: 'Points and rewards need a customer.',
    remedy: 'Scan the customer’s card, or take another payment.',
  },
  'points-short': {
    status: 409,
    message: 'The customer does not have so many points.',
    remedy: 'Take fewer points, or another payment.',
  },
  'points-invalid': {
    status: 422,
    message: 'This is not a number of points.',
    remedy: 'Write a whole number.',
  },
  'card-invalid': {
    status: 422,
    message: 'This card is not one of ours.',
    remedy: 'Look the customer up by name or phone.',
  },
  'card-expired': {
    status: 422,
    message: 'This card has expired.',
    remedy: 'Print a new card for the customer.',
  },
  'card-revoked': {
    status: 422,
    message: 'This card was revoked.',
    remedy: 'Ask for the new card, or look the customer up.',
  },

  // Orders of the web
  'placed-order-unknown': { status: 404, message: 'There is no such order.', remedy: 'Look it up again.' },
  'placed-order-foreign': {
    status: 404,
    message: 'This order is another account’s.',
    remedy: 'Sign in as the one who placed it.',
  },
  'placed-payment-unknown': {
    status: 404,
    message: 'There is no such payment.',
    remedy: 'Look it up again.',
  },
  'payment-finished': {
    status: 409,
    message: 'This payment is finished and cannot change.',
    remedy: 'Start another payment.',
  },
  'amount-over-due': {
    status: 422,
    message: 'This is more than what is still due.',
    remedy: 'Pay at most what is due.',
  },

  // Logins of customers, devices
  'device-unknown': { status: 404, message: 'There is no such device.', remedy: 'Look it up again.' },
  'picture-invalid': {
    status: 422,
    message: 'This is not a PNG, JPEG or WebP picture of at most 2 MiB.',
    remedy: 'Send another picture.',
  },
  'picture-unknown': { status: 404, message: 'There is no such picture.', remedy: 'Look it up again.' },

  // Money, as shared/domain names them
  'money-invalid': {
    status: 422,
    message: 'This is not an amount of money.',
    remedy: 'Write it like 12.50.',
  },
  'quantity-invalid': {
    status: 422,
    message: 'This is not a quantity.',
    remedy: 'Write it like 2 or 1.250.',
  },
  'payment-short': {
    status: 422,
    message: 'The payment does not cover the total.',
    remedy: 'Take the rest.',
  },
  'payment-exceeds-total': {
    status: 422,
    message: 'Only cash can be more than what is due.',
    remedy: 'Lower the amount.',
  },
  'tender-invalid': {
    status: 422,
    message: 'A payment must be more than nothing.',
    remedy: 'Enter its amount.',
  },
  'tender-unavailable': {
    status: 422,
    message: 'This way of paying is not available.',
    remedy: 'Choose another.',
  },
  'tender-reference-required': {
    status: 422,
    message: 'This payment needs its reference.',
    remedy: 'Type the reference from the terminal or the app.',
  },
  'card-number-refused': {
    status: 422,
    message: 'Card numbers are never stored.',
    remedy: 'Type the reference from the terminal instead.',
  },

  // The cloud
  'sync-alone': {
    status: 409,
    message: 'This till has joined no cloud.',
    remedy: 'An admin can join one on the page Sync.',
  },
  'sync-joined': {
    status: 409,
    message: 'This till belongs to a shop’s cloud already.',
    remedy: 'Leave it first.',
  },
  'sync-address': {
    status: 422,
    message: 'This is not the address of a cloud.',
    remedy: 'Write it with https:// in front.',
  },
  'sync-code-refused': {
    status: 422,
    message: 'This code is not right.',
    remedy: 'Look at it again, or make a new one.',
  },
  'sync-unreachable': {
    status: 503,
    message: 'The cloud cannot be reached. Everything is kept here and sent later.',
    remedy: 'Check the network of this computer. It is tried again by itself.',
  },
  'sync-certificate': {
    status: 503,
    message: 'The cloud’s certificate is not right, so nothing was sent. Everything is kept here.',
    remedy: 'Check the date of this computer and the cloud’s address, or ask who runs the cloud.',
  },
  'sync-redirected': {
    status: 503,
    message: 'The cloud’s address leads somewhere else, so nothing was sent. Everything is kept here.',
    remedy: 'Sign in to the network if it asks for that, or check the cloud’s address.',
  },
  'sync-not-the-cloud': {
    status: 503,
    message: 'Something answered that is not the cloud. Everything is kept here.',
    remedy: 'Sign in to the network if it asks for that, or check the cloud’s address.',
  },
  'sync-too-large': {
    status: 503,
    message: 'The cloud does not take so much at once. Everything is kept here.',
    remedy: 'Ask who runs the cloud to allow requests of 8 MiB.',
  },
  'sync-busy': {
    status: 503,
    message: 'The cloud is busy. Everything is kept here and sent later.',
    remedy: 'Wait: it is tried again by itself.',
  },
  'sync-fault': {
    status: 503,
    message: 'The cloud met an error of its own. Everything is kept here and sent later.',
    remedy: 'Wait: it is tried again by itself. If it stays, ask who runs the cloud.',
  },
  'sync-clock': {
    status: 503,
    message: 'The cloud does not agree with the time of this till. Everything is kept here.',
    remedy: 'Set the date and time of this computer right.',
  },
  'sync-refused': {
    status: 409,
    message: 'The cloud does not let this till in any more. Everything is kept here.',
    remedy: 'Join again with a new code: everything that waits goes with it.',
  },
  'sync-forked': {
    status: 409,
    message: 'The cloud has other entries of this till, as after a restore. Everything is kept here.',
    remedy: 'Wait: the till goes on under a new series of receipts by itself.',
  },
  'sync-declined': {
    status: 409,
    message: 'The cloud declined this.',
    remedy: 'See the reason that is named.',
  },
  'sync-waiting': {
    status: 409,
    message: 'Entries wait that are in this till alone. They would be lost, so nothing was changed.',
    remedy: 'Connect the till and wait until all is sent, or save the entries to a file first.',
  },
  'sync-nothing-waits': {
    status: 409,
    message: 'Nothing waits to be sent.',
    remedy: 'There is nothing to save.',
  },

  // Printing
  'printer-missing': {
    status: 409,
    message: 'No receipt printer is set up.',
    remedy: 'Set one up under Settings, Receipt.',
  },
  'print-job-unknown': { status: 404, message: 'There is no such print job.', remedy: 'Print it again.' },

  // Settings
  'setting-invalid': {
    status: 422,
    message: 'This setting cannot be so.',
    remedy: 'Correct the field that is named.',
  },

  // Storage
  'disk-full': {
    status: 507,
    message: 'The disk is full. This was not saved; everything before it is safe.',
    remedy: 'Free some space and try again.',
  },
  'disk-fault': {
    status: 507,
    message: 'The disk could not be written. This was not saved; everything before it is safe.',
    remedy: 'Check the disk and its permissions, then try again.',
  },
} as const satisfies Record<string, FailureEntry>;

export type FailureCode = keyof typeof failures;

/** A failure of the registry as a value: the registry's sentence unless the caller has a better one. */
export function failure(
  code: FailureCode,
  more: { message?: string; field?: string; details?: Record<string, unknown> } = {},
): { code: FailureCode; message: string; field?: string; details?: Record<string, unknown> } {
  return { code, message: failures[code].message, ...more };
}

export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(failures, code);
}
