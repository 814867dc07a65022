// A second link at the top of the page, past everything to what is at hand, where a screen has one.
interface Skip {
  text: () => string;
  go: () => void;
}
const offered = $state<{ skip: Skip | undefined }>({ skip: undefined });

export const skip_link = {
  get now(): Skip | undefined {
    return offered.skip;
  },
};

// For as long as the screen is there; gives back what takes the link away.
export function offer_skip(skip: Skip): () => void {
  offered.skip = skip;
  return () => {
    if (offered.skip?.go === skip.go) offered.skip = undefined;
  };
}
