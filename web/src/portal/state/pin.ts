// The log key that this browser saw first. A later, different key is an alarm, not an update.
import { open_exam_db, pin_vkey } from "#core/keep/db";

export async function pinned_key(contest: string, offered: string): Promise<string> {
  try {
    const db = await open_exam_db();
    const pinned = await pin_vkey(db, contest, offered);
    db.close();
    return pinned;
  } catch {
    // A browser without storage has no memory of keys; the printed ticket has.
    return offered;
  }
}
