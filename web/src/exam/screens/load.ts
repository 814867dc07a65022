// One lazy chunk per screen. The exam and its receipt are fetched in the lobby, long before they
// are needed, so that no network is asked for them at the bell or at the end.

import { load_inside } from "../state/door.svelte";

export const load_sign_in = () => import("#ui/SignIn.svelte");
export const load_dialogs = () => import("../parts/EnterDialogs.svelte");
export const load_list = () => import("./MySittings.svelte");
export const load_exam = () => import("./ExamPage.svelte");
export const load_receipt = () => import("./Receipt.svelte");
export const load_ended = () => import("./Ended.svelte");

export function fetch_ahead(): void {
  for (const load of [load_inside, load_dialogs, load_exam, load_receipt, load_sign_in])
    void load().catch(() => undefined);
}
