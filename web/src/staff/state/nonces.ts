// Secret numbers of draws, kept by this browser between commitment and reveal. A number that is
// lost cannot be revealed by anybody; that is the point of it.

const key = (contest: string, draw: string): string => `thituyen.nonce.${contest}.${draw}`;

export function keep_nonce(contest: string, draw: string, nonce: string): void {
  localStorage.setItem(key(contest, draw), nonce);
}

export function kept_nonce(contest: string, draw: string): string | undefined {
  try {
    return localStorage.getItem(key(contest, draw)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function forget_nonce(contest: string, draw: string): void {
  localStorage.removeItem(key(contest, draw));
}
