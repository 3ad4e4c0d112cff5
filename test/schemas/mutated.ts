import fc from "fast-check";

type Fields = { readonly [name: string]: unknown };

/** Values that stand near every border that a field has. */
export const nearMiss: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(undefined, null, "", " ", "x", "CNY", "cny", "sale", "return", true, [], {}, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom(-1, -0, 0, 1, 1.5, -1.5, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 5e-324, 10n),
  fc.constantFrom(
    "-1",
    "-0",
    "-0.00",
    "0",
    "0.0",
    "1",
    "1.0",
    "1.01",
    "01",
    "1.",
    ".5",
    "+1",
    "1e3",
    "0x1F",
    "NaN",
    "１",
    "1\n",
    `-0.${"0".repeat(400)}`,
  ),
  fc.constantFrom(
    `1.${"0".repeat(400)}`,
    `1.${"0".repeat(401)}`,
    "9".repeat(60),
    "9".repeat(61),
    `0.${"9".repeat(400)}`,
    `0.${"9".repeat(401)}`,
    `-${"9".repeat(60)}`,
  ),
  fc.constantFrom(
    "2024-02-29",
    "2023-02-29",
    "1900-02-29",
    "2000-02-29",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "2024-1-1",
    "2024-01-01T00:00",
  ),
  fc.double().map(String),
  fc.anything(),
);

/** A valid record in which some fields are replaced, dropped or added. */
export function mutated(valid: readonly [Fields, ...Fields[]]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...valid).chain((fields) => {
    const names = fc.oneof(
      fc.constantFrom(...Object.keys(fields)),
      fc.constantFrom("__proto__", "constructor", "toString", "extra", "a.b"),
    );
    return fc
      .array(fc.tuple(names, nearMiss), { maxLength: 4 })
      .map((changes) => Object.fromEntries([...Object.entries(fields), ...changes]) as unknown);
  });
}
