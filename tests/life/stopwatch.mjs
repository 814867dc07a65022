// How long each stage took, for whoever reads the output.
export function stopwatch(t) {
  let last = Date.now();
  return (what) => {
    t.diagnostic(`${what}: ${((Date.now() - last) / 1000).toFixed(1)} s`);
    last = Date.now();
  };
}
