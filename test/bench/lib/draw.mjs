/**
 * A small linear congruential generator: the same figures on every machine.
 * @param {number} seed Other seeds draw other figures.
 * @returns {(below: number) => number} A whole number from 0 up to, not including, `below`.
 */
export function createDraw(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
