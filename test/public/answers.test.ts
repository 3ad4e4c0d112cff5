/** What every public function answers to valid input, as the examples of the documentation give it. */
import type { Catalogue } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { isAccumulator, type RecordedCall, recordCalls } from "../support/recorded-calls.js";
import { unsaidIn } from "../support/unsaid.js";

const { functions, fresh, entries } = await recordCalls();
const catalogue = entries["i18n"]?.["catalogue"] as Catalogue;
const snapshot = entries["settlement"]?.["snapshot"] as (accumulator: unknown) => unknown;

/** Answers that are meant to be used in the program that asked, and are no data. */
const HANDLES = /^engine\.machineKit|^settlement\.(openAccumulator|restore|mergeAccumulators|iterateStatements)$/;
/** What never answers. */
const SILENT = ["kernel.assertNever"];
/** What changes an argument, as its documentation says. */
const CHANGES = /^settlement\.accumulate/;

const asked = functions.map((one) => [one.name, one] as const);
const data = asked.filter(([name]) => !HANDLES.test(name));

/** What a call ends in, an answer to come included. */
async function endOf(call: () => unknown): Promise<{ readonly returned: unknown } | { readonly thrown: unknown }> {
  try {
    return { returned: await call() };
  } catch (thrown) {
    return { thrown };
  }
}

const answerOf = ({ answer }: RecordedCall) => endOf(() => ("thrown" in answer ? Promise.reject(answer.thrown) : answer.returned));
const placed = <T>(calls: readonly RecordedCall[], of: (call: RecordedCall) => Promise<T>) =>
  Promise.all(calls.map(async (call) => [call.place, await of(call)] as const));

test("every public function is called by an example or a fixture", () => {
  expect(functions.filter(({ name, calls }) => calls.length === 0 && !SILENT.includes(name)).map(({ name }) => name)).toStrictEqual([]);
});

describe.each(data)("%s()", (_, { calls }) => {
  test("answers what survives JSON", async () => {
    for (const [place, end] of await placed(calls, answerOf)) {
      if (!("returned" in end)) continue;
      const text = JSON.stringify(end.returned);
      expect(text === undefined ? undefined : JSON.parse(text), place).toStrictEqual(end.returned);
    }
  });

  test("answers what can be said in both languages, and adds up", async () => {
    const unsaid = await placed(calls, async (call) => {
      const end = await answerOf(call);
      return "returned" in end ? unsaidIn(end.returned, catalogue) : [];
    });
    expect(unsaid.filter(([, found]) => found.length > 0)).toStrictEqual([]);
  });
});

describe.each(asked)("%s()", (name, { call, calls }) => {
  test("answers the same to input frozen at every depth, and changes none of it", async () => {
    for (const recorded of calls) {
      const args = fresh(recorded.args);
      const stored = () => args.filter(isAccumulator).map(snapshot);
      const before = stored();
      const again = await endOf(() => call(...args));
      if (!HANDLES.test(name)) expect(again, recorded.place).toStrictEqual(await answerOf(recorded));
      else expect(Object.keys(again), recorded.place).toStrictEqual(Object.keys(recorded.answer));
      if (!CHANGES.test(name)) expect(stored(), recorded.place).toStrictEqual(before);
    }
  });
});

describe("what cannot be said is seen", () => {
  const words: Catalogue = {
    "shop.sum": { en: "Sum {amount}", zh: "合计 {amount}" },
    "shop.state": { en: "It is {state:shop.state}", zh: "状态为{state:shop.state}" },
    "shop.state.open": { en: "open", zh: "营业" },
    "shop.raw": { en: "See {what}", zh: "见 {what}" },
  };
  test.each([
    [{ code: "shop.gone", params: {} }, "shop.gone has no words"],
    [{ list: [{ code: "shop.sum", params: {} }] }, "shop.sum lacks amount"],
    [{ code: "shop.state", params: { state: ["open", "shut"] } }, "shop.state.shut has no words"],
    [{ code: "shop.raw", params: { what: { code: "shop.gone", params: {} } } }, "shop.raw is said as See shop.gone {}"],
    [
      { code: "shop.sum", params: { amount: "2" }, adds: "amount", from: [{ code: "shop.sum", params: { amount: "1" } }] },
      "shop.sum: kernel.sum_differs at ",
    ],
  ])("%j: %s", (value, complaint) => {
    expect(unsaidIn(value, words)).toContain(complaint);
  });

  test("and what can be said gives no complaint", () => {
    expect(unsaidIn({ code: "shop.state", params: { state: "open", n: "0" }, adds: "n", from: [] }, words)).toStrictEqual([]);
    expect(unsaidIn({ code: "host.own", params: {} }, words)).toStrictEqual([]);
  });
});
