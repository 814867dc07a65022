// What is needed from the bell on, as one lazy chunk.
export { enter, held_here, restore } from "./enter";
export { drain_older } from "./make_outbox";
export { ExamRoom } from "./room.svelte";
