// The order in which the register was last shown, for the keys that go from dossier to dossier.

let order: readonly string[] = [];

export const remember_order = (applications: readonly string[]): void => {
  order = applications;
};

export function neighbours(application: string): { before?: string; after?: string } {
  const at = order.indexOf(application);
  if (at < 0) return {};
  const [before, after] = [order[at - 1], order[at + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}
