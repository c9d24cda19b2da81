/** Mulberry32: numbers in [0, 1) from 32 bits of state, the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * How much worse a step may be at temperature 1, for 4 096 equally likely draws: minus the natural logarithm of each. Summed up here because
 * `Math.log` may differ in its last digit between machines, and with it the roster.
 */
export const patience: Float64Array = Float64Array.from({ length: 4_096 }, (_draw, index) =>
  minusLog((index + 0.5) / 4_096),
);

/** From `from` down to `to` by equal ratios, `share` of the way. Without `Math.pow`, for the same reason. */
export function fallBetween(from: number, to: number, share: number): number {
  const part = (-minusLog(to / from) * share) / 1_024;
  let factor = 1 + part * (1 + (part / 2) * (1 + (part / 3) * (1 + part / 4)));
  for (let doubling = 0; doubling < 10; doubling += 1) factor *= factor;
  return from * factor;
}

/** -ln(x) for x in (0, 1): powers of two apart, then the series of the inverse hyperbolic tangent. */
function minusLog(x: number): number {
  const ln2 = 0.693_147_180_559_945_3;
  let halvings = 0;
  let mantissa = x;
  for (; mantissa < 0.75; halvings += 1) mantissa *= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  let sum = 0;
  let power = ratio;
  for (let exponent = 1; exponent < 40; exponent += 2) {
    sum += power / exponent;
    power *= ratio * ratio;
  }
  return halvings * ln2 - 2 * sum;
}
