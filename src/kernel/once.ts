/**
 * A constant that costs something, made when it is first asked for: a program pays for what it uses, not for what it loads.
 *
 * @internal
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
