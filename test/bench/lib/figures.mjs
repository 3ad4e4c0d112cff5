// Small statistics and the form in which groups report: `{ value, note }`, or `{ missing }` with the reason.

/** The middle value; of an even number, the mean of the two middle ones. */
export function median(values) {
  const sorted = values.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The worst of several processes: the lowest where more is better, else the highest. */
export const worst = (values, { better }) => (better === "higher" ? Math.min(...values) : Math.max(...values));

/** A figure that could not be taken. */
export const missing = (reason) => ({ missing: reason });
