// The library itself, as built in dist. The only file of the bench that knows its interface.
import { existsSync } from "node:fs";
import { Missing } from "../lib/missing.mjs";

const entry = new URL("../../../dist/settlement/index.js", import.meta.url);
const verbs = ["openAccumulator", "accumulate", "mergeAccumulators", "settle"];

async function library() {
  if (!existsSync(entry)) throw new Missing("not there yet: dist/settlement/index.js");
  const settlement = await import(entry);
  const absent = verbs.filter((verb) => typeof settlement[verb] !== "function");
  if (absent.length > 0) throw new Missing(`not there yet: ${absent.join(", ")} in dist/settlement/index.js`);
  return settlement;
}

/**
 * The verbs of the library bound to one set of programmes.
 * @param {Pick<import("./index.mjs").Context, "programmes" | "members">} context What the accumulators are opened with.
 */
export async function bindFold({ programmes, members }) {
  const { openAccumulator, accumulate, mergeAccumulators, settle } = await library();
  return {
    open: () => openAccumulator({ currency: "CNY", programmes, members }),
    /** Folds any iterable of lines in. Every line of the bench is valid, so a rejected one is an error. */
    add(accumulator, lines) {
      const { rejected } = accumulate(accumulator, lines);
      if (rejected !== 0) throw new Error(`${rejected} valid lines were rejected`);
    },
    merge: mergeAccumulators,
    settle: (accumulator) => answered(settle(accumulator, { asOf: "2025-01-01" })),
    rowsOf: ({ statements }) =>
      statements.map(({ programmeId, memberId, period, netAmount, units, rebate }) => ({
        programme: programmeId,
        member: memberId,
        window: period,
        net: netAmount,
        units,
        rebate,
      })),
  };
}

function answered(result) {
  if (!result.ok) throw new Error(`settle answered ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** @type {import("./index.mjs").OpenVariant} From compiling the policy to statements, each time. */
export async function open({ lines, programmes, members }) {
  const fold = await bindFold({ programmes, members });
  const run = () => {
    const accumulator = fold.open();
    fold.add(accumulator, lines);
    return fold.settle(accumulator);
  };
  return { run, rowsOf: fold.rowsOf };
}
