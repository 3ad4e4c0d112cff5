import {
  type CheckedOrder,
  decideOrder,
  exampleCreditPolicy,
  type OrderDecision,
  type OrderHold,
  type OrderHoldEvent,
  type OrderHoldFacts,
  startOrderHold,
  stepOrderHold,
} from "qudao/credit";
import { describe, expect, test } from "vitest";
import { account, claim, ledger, limitOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const started = startOrderHold({ orderId: "O-1", amount: "30", asOf: "2024-03-15" });
const at = (state: OrderHold["at"], data: Partial<OrderHold["data"]> = {}): OrderHold =>
  frozen({ at: state, data: { ...started.data, ...data } });
const books = (limit: string) => ledger({ accounts: [account(limitOf(limit))], items: [claim({ amount: "80", dueOn: "2024-12-31" })] });
const decision = (limit: string, changes: Partial<CheckedOrder> = {}, asOf = "2024-03-15"): OrderDecision =>
  decideOrder(
    { asOf, checkpoint: "order", order: { id: "O-1", memberId: "D1", currency: "CNY", amount: "30", ...changes }, ledger: books(limit) },
    exampleCreditPolicy,
  ).outcome;
const checked = (given: OrderDecision, asOf = "2024-03-15"): OrderHoldEvent => ({ type: "checked", asOf, decision: given });
const person = <T extends "released" | "rejected" | "holdForced">(type: T) => ({
  type,
  asOf: "2024-03-16",
  by: "Li",
  ground: "agreed on the phone",
});

const step = (state: OrderHold, event: OrderHoldEvent, facts: OrderHoldFacts = {}) => {
  const answer = stepOrderHold(state, frozen(event), facts);
  return answer.ok ? [answer.value.next.at, ...answer.value.effects.map(({ effect }) => effect)] : "refused";
};

describe("stepOrderHold()", () => {
  test("a check clears or holds, with what an approver answers for", () => {
    expect(step(started, checked(decision("110")))).toStrictEqual(["clear", "let_order_go"]);
    expect(step(started, checked(decision("100")))).toStrictEqual(["held", "hold_order", "ask_for_approval"]);
    const held = stepOrderHold(started, checked(decision("100")), {});
    expect(held.ok && held.value.next.data).toMatchObject({ reasons: ["limit_exceeded"], excess: "10", nextCheckOn: "2024-03-18" });
  });

  test("S19-136: without credit it waits for prepayment", () => {
    expect(step(started, checked(decision("100", { memberId: "D9" })))).toStrictEqual(["held", "hold_order", "ask_for_prepayment"]);
  });

  test("once the reasons are gone it is released by itself, or ready to be, as the host says; unsaid, nothing moves", () => {
    const held = at("held", { reasons: ["limit_exceeded"], excess: "10" });
    expect(step(held, checked(decision("110")), { autoRelease: true })).toStrictEqual(["released", "let_order_go"]);
    expect(step(held, checked(decision("110")), { autoRelease: false })).toStrictEqual(["ready_to_release", "ask_for_approval"]);
    expect(step(held, checked(decision("110")))).toBe("refused");
    expect(step(held, checked(decision("100")))).toStrictEqual(["held", "hold_order", "ask_for_approval"]);
  });

  test("an order that is ready stays so under a good check, and is held again by a bad one", () => {
    const ready = at("ready_to_release");
    expect(step(ready, checked(decision("110")), { autoRelease: false })).toStrictEqual(["ready_to_release", "ask_for_approval"]);
    expect(step(ready, checked(decision("110")), { autoRelease: true })).toStrictEqual(["released", "let_order_go"]);
    expect(step(ready, checked(decision("100")))).toStrictEqual(["held", "hold_order", "ask_for_approval"]);
    expect(step(ready, checked(decision("100", { memberId: "D9" })))).toStrictEqual(["held", "hold_order", "ask_for_prepayment"]);
  });

  test.each([
    ["9.99", "refused"],
    ["10", ["released", "let_order_go"]],
    ["10.01", ["released", "let_order_go"]],
    ["unlimited", ["released", "let_order_go"]],
    [undefined, "refused"],
  ] as const)("an excess of 10 is released by an approver with a limit of %s: %j", (approverLimit, expected) => {
    expect(step(at("held", { excess: "10" }), person("released"), { approverLimit })).toStrictEqual(expected);
  });

  test("where a reason cannot be told, only an approver without a limit releases", () => {
    const unknown = decision("110", { currency: "USD" });
    const held = stepOrderHold(started, checked(unknown), {});
    const state = held.ok ? held.value.next : started;
    expect(state.data.excess).toBeNull();
    expect(step(state, person("released"), { approverLimit: "999999999" })).toBe("refused");
    expect(step(state, person("released"), { approverLimit: "unlimited" })).toStrictEqual(["released", "let_order_go"]);
  });

  test("what a person held no check releases", () => {
    expect(step(at("clear"), person("holdForced"))).toStrictEqual(["forced_held", "hold_order"]);
    expect(step(at("forced_held"), checked(decision("110")), { autoRelease: true })).toStrictEqual(["forced_held"]);
    expect(step(at("forced_held", { excess: "0" }), person("released"), { approverLimit: "0" })).toStrictEqual([
      "released",
      "let_order_go",
    ]);
  });

  test("what nobody measured, only an approver without a limit releases: before a check, and after a rise", () => {
    const held = stepOrderHold(started, person("holdForced"), {});
    const unmeasured = held.ok ? held.value.next : started;
    expect(step(unmeasured, person("released"), { approverLimit: "999999999" })).toBe("refused");
    expect(step(unmeasured, person("released"), { approverLimit: "unlimited" })).toStrictEqual(["released", "let_order_go"]);
    const measured = stepOrderHold(unmeasured, checked(decision("100"), "2024-03-16"), {});
    const known = measured.ok ? measured.value.next : started;
    expect([known.at, known.data.excess]).toStrictEqual(["forced_held", "10"]);
    expect(step(known, person("released"), { approverLimit: "10" })).toStrictEqual(["released", "let_order_go"]);
    for (const state of ["held", "forced_held"] as const) {
      const grown = stepOrderHold(at(state, { excess: "10" }), { type: "valueChanged", asOf: "2024-03-16", amount: "5000" }, {});
      const now = grown.ok ? grown.value.next : started;
      expect([now.at, now.data.excess, now.data.amount]).toStrictEqual([state, null, "5000"]);
      expect(step(now, person("released"), { approverLimit: "10" })).toBe("refused");
    }
    const lower = stepOrderHold(at("held", { excess: "10" }), { type: "valueChanged", asOf: "2024-03-16", amount: "29" }, {});
    expect(lower.ok && lower.value.next.data.excess).toBe("10");
  });

  test("complaint 6: what is prepaid, delivered or credited by now leaves every hold at the next check, unasked", () => {
    for (const changes of [{ prepaid: "30" }, { kind: "credit_note" }, { goods: "delivered" }] as const) {
      for (const state of ["held", "ready_to_release", "forced_held"] as const)
        expect(step(at(state, { excess: "10" }), checked(decision("100", changes)))).toStrictEqual(["released", "let_order_go"]);
    }
    const paid = at("clear", { exempt: true });
    expect(step(paid, person("holdForced"))).toBe("refused");
    for (const event of [
      { type: "valueChanged", asOf: "2024-03-16", amount: "31" },
      { type: "reopened", asOf: "2024-03-16" },
    ] as const) {
      const changed = stepOrderHold(paid, event, {});
      expect(changed.ok && changed.value.next.data.exempt).toBe(false);
    }
  });

  test("complaint 6: what is prepaid, delivered or credited cannot be held by a person either", () => {
    for (const changes of [{ prepaid: "30" }, { kind: "credit_note" }, { goods: "delivered" }] as const) {
      const answer = stepOrderHold(started, checked(decision("100", changes)), {});
      const clear = answer.ok ? answer.value.next : started;
      expect([clear.at, clear.data.exempt, step(clear, person("holdForced"))]).toStrictEqual(["clear", true, "refused"]);
    }
  });

  test("a held order can be rejected, and that is the end", () => {
    expect(step(at("held"), person("rejected"))).toStrictEqual(["rejected", "cancel_order"]);
    expect(step(at("clear"), person("rejected"))).toBe("refused");
    expect(step(at("rejected"), person("released"), { approverLimit: "unlimited" })).toBe("refused");
  });

  test.each(["clear", "ready_to_release", "released"] as const)(
    "complaint 7: from %s a higher amount, better terms and opening it again call for a check",
    (state) => {
      const on = (event: OrderHoldEvent) => step(at(state, { nextCheckOn: "2024-03-20" }), event);
      const asOf = "2024-03-16";
      expect(on({ type: "valueChanged", asOf, amount: "30.01" })).toStrictEqual(["unchecked", "ask_for_check"]);
      expect(on({ type: "valueChanged", asOf, amount: "30" })).toStrictEqual([state]);
      expect(on({ type: "termsRaised", asOf })).toStrictEqual(["unchecked", "ask_for_check"]);
      expect(on({ type: "reopened", asOf })).toStrictEqual(["unchecked", "ask_for_check"]);
    },
  );

  test.each([
    ["2024-03-17", ["released"]],
    ["2024-03-18", ["unchecked", "ask_for_check"]],
  ])("a checkpoint on %s, with grace until 17 March: %j", (asOf, expected) => {
    expect(step(at("released", { nextCheckOn: "2024-03-18" }), { type: "checkpointReached", asOf })).toStrictEqual(expected);
  });

  test("what an approver released is looked at again at a checkpoint too, after the grace of the check, or at once without one", () => {
    const held = stepOrderHold(started, checked(decision("100")), {});
    const released = held.ok ? stepOrderHold(held.value.next, person("released"), { approverLimit: "10" }) : held;
    const state = released.ok ? (released.value.next as OrderHold) : started;
    expect(state.at).toBe("released");
    expect(step(state, { type: "checkpointReached", asOf: "2024-03-17" })).toStrictEqual(["released"]);
    expect(step(state, { type: "checkpointReached", asOf: "2024-03-18" })).toStrictEqual(["unchecked", "ask_for_check"]);
    expect(step(at("released"), { type: "checkpointReached", asOf: "2024-03-16" })).toStrictEqual(["unchecked", "ask_for_check"]);
  });

  test("complaint 11: an order that is not clear or released has no way on but a check or a person", () => {
    for (const state of ["unchecked", "held", "ready_to_release", "forced_held", "rejected"] as const) {
      expect(step(at(state), { type: "checkpointReached", asOf: "2024-03-20" })).toBe("refused");
    }
    expect(step(at("held"), { type: "valueChanged", asOf: "2024-03-16", amount: "1" })).toStrictEqual(["held", "ask_for_check"]);
  });

  test("nothing is dated before the last event, and a check is of this order", () => {
    expect(step(started, checked(decision("110"), "2024-03-14"))).toBe("refused");
    expect(step(started, checked({ ...decision("110"), orderId: "O-2" }))).toBe("refused");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => step({ ...started, at: "open" as never }, checked(decision("110"))))).toBe("kernel.not_a_choice at state.at");
    expect(faultAt(() => step(started, { type: "released", asOf: "2024-03-16", by: "Li" } as never))).toBe(
      "kernel.not_text at event.ground",
    );
    expect(faultAt(() => step(started, checked({ ...decision("110"), excess: "x" })))).toBe(
      "kernel.not_a_decimal at event.decision.excess",
    );
    expect(faultAt(() => step(started, checked(decision("110")), { approverLimit: "-1" }))).toBe(
      "kernel.below_zero at facts.approverLimit",
    );
  });
});
