// The library itself, as built in dist. The only file of the bench that knows its interface.
import { library } from "../lib/library.mjs";

const verbs = ["openAccumulator", "accumulate", "mergeAccumulators", "settle", "iterateStatements"];

const cents = { decimals: 2, mode: "half_up" };
const growthOverLast = {
  kind: "growth_amount",
  of: "amount",
  baseline: { kind: "rolling", windows: 1, rounding: cents },
  zeroBaseline: { kind: "pay_on_full_volume" },
};

/** A programme of the task in the words of the library. */
function programmeOf({ id, window, scope: { memberClasses, ...include }, schedule, cap, growth }) {
  return {
    id,
    version: "1",
    titles: { en: id, zh: id },
    currency: "CNY",
    effective: { start: "2024-01-01", end: "2025-01-01" },
    earner: memberClasses === undefined ? {} : { memberClasses },
    scope: Object.keys(include).length === 0 ? {} : { include },
    window: { kind: "calendar", unit: window },
    qualifier: growth ? growthOverLast : { kind: "amount" },
    payOn: "qualifier",
    schedule,
    limits: [{ kind: "payment_cap", amount: cap }],
    rounding: cents,
  };
}

/**
 * The verbs of the library bound to one set of programmes.
 * @param {Pick<import("./index.mjs").Context, "programmes" | "members">} context What the accumulators are opened with.
 */
export async function bindFold({ programmes, members }) {
  const { openAccumulator, accumulate, mergeAccumulators, settle, iterateStatements } = await library("settlement", verbs);
  const policy = { currency: "CNY", sources: "count", programmes: programmes.map(programmeOf), members };
  return {
    open: () => openAccumulator(policy),
    /** Takes in any iterable of lines. Every line of the bench is valid, so a rejected one is an error. */
    add(accumulator, lines) {
      const { rejected } = accumulate(accumulator, lines);
      if (rejected.length > 0) throw new Error(`${rejected.length} valid lines were rejected, first ${JSON.stringify(rejected[0])}`);
    },
    merge: mergeAccumulators,
    settle: (accumulator) => settle(accumulator, { asOf: "2025-01-01" }),
    iterate: (accumulator) => iterateStatements(accumulator, { asOf: "2025-01-01" }),
    rowsOf: ({ statements }) => statements.flatMap(rowsOfStatement),
  };
}

function rowsOfStatement({ memberId, lines }) {
  return lines.map(({ programmeId, window, amount, quantity, earned }) => ({
    programme: programmeId,
    member: memberId,
    window: window.id,
    net: amount,
    units: Number(quantity),
    rebate: earned.amount,
  }));
}

/** @type {import("./index.mjs").OpenVariant} From compiling the policy to explained statements, each time. */
export async function open({ lines, programmes, members }) {
  const fold = await bindFold({ programmes, members });
  const run = () => {
    const accumulator = fold.open();
    fold.add(accumulator, lines);
    return fold.settle(accumulator);
  };
  return { run, rowsOf: fold.rowsOf };
}

/** @type {import("./index.mjs").OpenVariant} The same, of a host that writes each statement away and keeps a row of each of its lines. */
export async function openOneByOne({ lines, programmes, members }) {
  const fold = await bindFold({ programmes, members });
  const run = () => {
    const accumulator = fold.open();
    fold.add(accumulator, lines);
    const rows = [];
    for (const statement of fold.iterate(accumulator)) rows.push(...rowsOfStatement(statement));
    return rows;
  };
  return { run, rowsOf: (rows) => rows };
}
