import { decideOrder, exampleCreditPolicy, type OrderHoldHistory, replayOrderHold, startOrderHold, stepOrderHold } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { account, claim, ledger, limitOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const asOf = "2024-03-15";
const initial = startOrderHold({ orderId: "O-1", amount: "30", asOf });
// 80 are open and 30 are asked for: 10 above a limit of 100
const books = ledger({ accounts: [account(limitOf("100"))], items: [claim({ amount: "80", dueOn: "2024-12-31" })] });
const order = { id: "O-1", memberId: "D1", currency: "CNY", amount: "30" };
const { outcome: decision } = decideOrder({ asOf, checkpoint: "order", order, ledger: books }, exampleCreditPolicy);
const check = { event: { type: "checked", asOf, decision }, facts: {} } as const;
const release = (approverLimit: string) =>
  ({ event: { type: "released", asOf: "2024-03-16", by: "Li", ground: "half is paid" }, facts: { approverLimit } }) as const;
const raise = { event: { type: "valueChanged", asOf: "2024-03-17", amount: "31" }, facts: {} } as const;
const records: OrderHoldHistory["records"] = [check, release("10"), raise];

describe("replayOrderHold()", () => {
  test("rebuilds who held an order and who let it go, exactly as it was stepped", () => {
    const replay = replayOrderHold(frozen({ initial, records }), { onRefusal: "stop" });
    expect(replay.steps.map(({ index, step }) => [index, step.next.at])).toStrictEqual([
      [0, "held"],
      [1, "released"],
      [2, "unchecked"],
    ]);
    expect(replay.refused).toStrictEqual([]);
    let state = initial;
    for (const { event, facts } of records) {
      const answer = stepOrderHold(state, event, facts);
      if (!answer.ok) throw new Error("refused");
      state = answer.value.next;
    }
    expect(replay.state).toStrictEqual(state);
    expect(replay.state.data).toMatchObject({ amount: "31", by: "Li", ground: "half is paid", since: "2024-03-17" });
    expect(JSON.parse(JSON.stringify(replay))).toStrictEqual(replay);
  });

  test("a release beyond the authority of the person changes nothing, and is named", () => {
    const history = { initial, records: [check, release("9.99"), raise] };
    expect(replayOrderHold(history, { onRefusal: "stop" }).state.at).toBe("held");
    const collected = replayOrderHold(history, { onRefusal: "collect" });
    expect([collected.state.at, collected.refused.map(({ index }) => index)]).toStrictEqual(["held", [1]]);
  });

  test("faults what is malformed, with its place", () => {
    const of = (record: object) => faultAt(() => replayOrderHold({ initial, records: [check, record] } as never, { onRefusal: "stop" }));
    expect(of({ event: { type: "gone" }, facts: {} })).toBe("kernel.not_a_choice at facts.records[1].event.type");
    expect(of({ event: raise.event })).toBe("kernel.not_a_record at facts.records[1].facts");
    expect(of({ event: raise.event, facts: { approverLimit: "-1" } })).toBe("kernel.below_zero at facts.records[1].facts.approverLimit");
    expect(faultAt(() => replayOrderHold({ records } as never, { onRefusal: "stop" }))).toBe("kernel.not_a_record at facts.initial");
    expect(faultAt(() => replayOrderHold({ initial, records }, { onRefusal: "skip" } as never))).toBe(
      "kernel.not_a_choice at policy.onRefusal",
    );
  });
});
