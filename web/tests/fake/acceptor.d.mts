// Types of acceptor.mjs, for the unit tests.
import type {
    AnswersReply,
    AnswerValue,
    LeaseGrant,
    SaveRequest,
    SavesReply,
} from "#core/api/types";
import type { Log } from "./log.mjs";
export class Acceptor {
    constructor(options: {
        sitting: string;
        now: () => number;
        ends_at: number;
        grace_ms?: number;
        window_ms?: number;
    });
    log: Log;
    ends_at: number;
    answers: Map<string, { item: string; value: AnswerValue }>;
    stored: { lease: number; seq: number; item: string; value: AnswerValue; counts: string }[];
    forge(on: boolean): void;
    lease(body: { client_key: string }): LeaseGrant;
    saves(list: SaveRequest[]): SavesReply;
    kept_answers(): AnswersReply;
    lose_tail(count: number): void;
}
