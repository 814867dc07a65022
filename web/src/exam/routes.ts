// The two places of the exam entry.
import { make_router } from "#ui/router.svelte";

export const router = make_router({ home: "/thi/", sitting: "/thi/{sitting}" }, "/thi");
