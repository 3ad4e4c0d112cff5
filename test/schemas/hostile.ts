/** Values that no JSON parser makes: what a careless or malicious caller may hand over. Fresh ones on every call. */
export function hostileValues(): readonly (readonly [what: string, value: unknown, codes: readonly string[]])[] {
  const cyclic: { [name: string]: unknown } = { id: "L1" };
  cyclic["self"] = cyclic;
  const deep: { [name: string]: unknown } = {};
  let inner = deep;
  for (let i = 0; i < 100_000; i++) {
    const next = {};
    inner["id"] = next;
    inner = next;
  }
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = (): never => {
    throw new TypeError("gotcha");
  };
  const unreadable = ["entities.unreadable"];
  return [
    ["a cycle", cyclic, ["entities.missing", "entities.unknown_field"]],
    ["nesting 100000 levels deep", deep, ["entities.missing", "entities.not_text"]],
    ["a field called __proto__", JSON.parse('{"__proto__": {"id": "L1"}}'), ["entities.missing", "entities.unknown_field"]],
    ["a field called constructor", { constructor: 1 }, ["entities.missing", "entities.unknown_field"]],
    ["a giant text", { id: "x".repeat(5_000_000), amount: "9".repeat(5_000_000) }, ["entities.missing", "entities.not_a_decimal"]],
    ["a giant field name", { ["k".repeat(5_000_000)]: 1 }, ["entities.missing", "entities.unknown_field"]],
    ["a getter that throws", Object.defineProperty({}, "id", { enumerable: true, get: throwing }), unreadable],
    ["a proxy whose fields throw", new Proxy({ id: 1 }, { get: throwing }), unreadable],
    ["a proxy whose list of fields throws", new Proxy({ id: 1 }, { ownKeys: throwing }), unreadable],
    ["a revoked proxy", revoked.proxy, unreadable],
    ["a field that is a revoked proxy", { id: revoked.proxy }, unreadable],
    ["an endless list", { id: new Array(2 ** 32 - 1) }, ["entities.too_large"]],
    ["a list that lies about its length", { id: new Proxy([], { get: () => Number.POSITIVE_INFINITY }) }, ["entities.too_large"]],
    ["a text object whose toString throws", { id: { toString: throwing } }, ["entities.missing", "entities.not_text"]],
    ["a function", throwing, ["entities.not_a_record"]],
    ["a function whose text throws", { id: new Proxy(throwing, { get: throwing }) }, ["entities.missing", "entities.not_text"]],
    ["a symbol", { id: Symbol("id") }, ["entities.missing", "entities.not_text"]],
    ["a bigint", { id: 1n, amount: 2n }, ["entities.missing", "entities.not_a_decimal", "entities.not_text"]],
    ["a date object", new Date(0), ["entities.missing"]],
    ["fields that are only inherited", Object.create({ id: "L1" }), ["entities.missing"]],
  ];
}
