/** Orders by a text of each, by code units: the same on every machine. @internal */
export function byText<T>(of: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [of(a), of(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
