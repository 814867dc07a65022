// Which rounds count: neither practice nor set aside by one that is held again. Pure.
export const stands = (round: { practice: boolean; held_again_as?: string }): boolean =>
  !round.practice && round.held_again_as === undefined;
