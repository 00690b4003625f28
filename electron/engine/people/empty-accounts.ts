import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { noPassword } from './password.ts';
import { searchTextOf } from './username.ts';

const accountsOf = rawQuery<{ customerRowId: number }, { rowId: number; id: string }>(
  `SELECT row_id AS rowId, id FROM accounts WHERE customer_row_id = @customerRowId AND role = 'customer'`,
);
const emptyAccount = rawQuery<
  {
    rowId: number;
    username: string;
    displayName: string;
    searchText: string;
    passwordHash: string;
    at: string;
  },
  never
>(
  `UPDATE accounts SET username = @username, username_fold = @username, display_name = @displayName,
     search_text = @searchText, status = 'disabled', password_hash = @passwordHash, pin_hash = NULL, pin_key = NULL,
     email = '', email_fold = NULL, phone = '', updated_at = @at WHERE row_id = @rowId`,
);

/** Empties the web accounts of an erased customer, who is out at once; answers their ids. Who works here stays. */
export function emptyAccountsOf(tx: WritableDatabase, customerRowId: number, at: string): string[] {
  return tx.all(accountsOf, { customerRowId }).map(({ rowId, id }) => {
    const [username, displayName] = [`erased-${id}`, 'Erased person'];
    const searchText = searchTextOf(username, displayName);
    tx.run(emptyAccount, { rowId, username, displayName, searchText, passwordHash: noPassword, at });
    return id;
  });
}
