// Where a marker's unfinished marks are kept in this browser: a database for each account, which
// goes when the account signs out. Its content is staff/state/kept_marks.ts.

export const marks_db = (account: string): string => `thi-tuyen-marks.${account}`;

export function forget_marks(account: string): void {
  try {
    indexedDB.deleteDatabase(marks_db(account));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
