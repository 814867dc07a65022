// Types of log.mjs, for the unit tests.
export function sha256(...parts: (string | Uint8Array)[]): Buffer<ArrayBuffer>;
export function root_of(hashes: Buffer[]): Buffer<ArrayBuffer>;
export function path_of(index: number, hashes: Buffer[]): Buffer<ArrayBuffer>[];
export function code_of(hash: Buffer): string;
export interface Opening {
    received_at: number;
    salt: Buffer;
    time: number;
}
export class Log {
    constructor(origin: string, seed: Buffer);
    origin: string;
    vkey: string;
    hashes: Buffer<ArrayBuffer>[];
    append(
        type: string,
        time: number,
        payload: string,
        salt: Buffer,
    ): { index: number; commitment: Buffer<ArrayBuffer>; hash: Buffer<ArrayBuffer> };
    checkpoint(): string;
    receipt(index: number, opening: Opening): string;
}
