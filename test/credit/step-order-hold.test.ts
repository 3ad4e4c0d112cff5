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

  test("where orders are not looked at, nothing is cleared, released or forgotten, and no grace begins", () => {
    const facts = { order: { id: "O-1", memberId: "D1", currency: "CNY", amount: "30" }, ledger: books("100") };
    const quote = checked(decideOrder({ asOf: "2024-03-15", checkpoint: "quote", ...facts }, exampleCreditPolicy).outcome);
    expect(quote).toMatchObject({ decision: { decision: "release", exempt: "not_a_checkpoint", excess: "0" } });
    expect(step(started, quote)).toStrictEqual(["unchecked", "let_order_go"]);
    const passed = stepOrderHold(started, quote, {});
    expect(passed.ok && passed.value.next.data.nextCheckOn).toBeNull();
    for (const state of ["held", "ready_to_release", "forced_held"] as const) {
      const before = at(state, { reasons: ["limit_exceeded"], excess: "10" });
      const after = stepOrderHold(before, quote, { autoRelease: true, forcedHold: "person_or_exemption_releases" });
      expect(after.ok && [after.value.next, after.value.effects]).toStrictEqual([before, []]);
    }
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

  const exempting = [{ prepaid: "30" }, { kind: "credit_note" }, { goods: "delivered" }] as const;

  test("complaint 6: what is prepaid, delivered or credited by now leaves a hold at the next check, unasked, and cannot be held again", () => {
    for (const changes of exempting) {
      const answer = decision("100", changes);
      for (const state of ["unchecked", "held", "ready_to_release"] as const)
        expect(step(at(state, { excess: "10" }), checked(answer))).toStrictEqual(["exempt", "let_order_go"]);
    }
    expect(step(at("exempt"), person("holdForced"))).toBe("refused");
    expect(step(at("exempt"), { type: "checkpointReached", asOf: "2024-05-01" })).toStrictEqual(["exempt"]);
    expect(step(at("exempt"), { type: "valueChanged", asOf: "2024-03-16", amount: "31" })).toStrictEqual(["unchecked", "ask_for_check"]);
    expect(step(at("exempt"), { type: "reopened", asOf: "2024-03-16" })).toStrictEqual(["unchecked", "ask_for_check"]);
  });

  test("table 4.10: of what is prepaid in part, the rest alone is measured", () => {
    expect(step(started, checked(decision("100", { prepaid: "9.99" })))).toStrictEqual(["held", "hold_order", "ask_for_approval"]);
    expect(step(started, checked(decision("100", { prepaid: "10" })))).toStrictEqual(["clear", "let_order_go"]);
  });

  test("table 4.10: from a hold by a person only a person lets go, an exemption only where the host says so", () => {
    for (const changes of exempting) {
      const check = checked(decision("100", changes), "2024-03-16");
      for (const facts of [{}, { autoRelease: true }, { forcedHold: "person_releases" }] as const)
        expect(step(at("forced_held", { excess: "10" }), check, facts)).toStrictEqual(["forced_held"]);
      expect(step(at("forced_held"), check, { forcedHold: "person_or_exemption_releases" })).toStrictEqual(["exempt", "let_order_go"]);
      const noted = stepOrderHold(at("forced_held", { excess: "10" }), check, {});
      const known = noted.ok ? noted.value.next : started;
      expect(step(known, person("released"), { approverLimit: "0" })).toStrictEqual(["released", "let_order_go"]);
    }
    const bad = checked(decision("100"), "2024-03-16");
    expect(step(at("forced_held"), bad, { forcedHold: "person_or_exemption_releases" })).toStrictEqual(["forced_held"]);
  });

  test("table 4.10: any order that is not at its end can be held by a person, again, with the ground of the last", () => {
    for (const state of ["unchecked", "clear", "held", "ready_to_release", "released", "forced_held"] as const)
      expect(step(at(state), person("holdForced"))).toStrictEqual(["forced_held", "hold_order"]);
    expect(step(at("rejected"), person("holdForced"))).toBe("refused");
    const twice = stepOrderHold(at("forced_held", { by: "Wang", ground: "cheque returned" }), person("holdForced"), {});
    expect(twice.ok && twice.value.next.data).toMatchObject({ by: "Li", ground: "agreed on the phone" });
  });

  test("a held order can be rejected, and that is the end", () => {
    expect(step(at("held"), person("rejected"))).toStrictEqual(["rejected", "cancel_order"]);
    expect(step(at("clear"), person("rejected"))).toBe("refused");
    expect(step(at("rejected"), person("released"), { approverLimit: "unlimited" })).toBe("refused");
  });

  test.each(["clear", "ready_to_release", "released", "exempt"] as const)(
    "complaint 7: from %s another amount, better terms and opening it again call for a check, also within the grace",
    (state) => {
      const on = (event: OrderHoldEvent, facts: OrderHoldFacts = {}) => step(at(state, { nextCheckOn: "2024-03-20" }), event, facts);
      const asOf = "2024-03-16";
      const changed = (amount: string): OrderHoldEvent => ({ type: "valueChanged", asOf, amount });
      for (const amount of ["29.99", "30.01"]) {
        expect(on(changed(amount))).toStrictEqual(["unchecked", "ask_for_check"]);
        expect(on(changed(amount), { recheckOn: "any_change" })).toStrictEqual(["unchecked", "ask_for_check"]);
      }
      expect(on(changed("30.00"))).toStrictEqual([state]);
      expect(on(changed("29.99"), { recheckOn: "rise" })).toStrictEqual([state]);
      expect(on(changed("30.01"), { recheckOn: "rise" })).toStrictEqual(["unchecked", "ask_for_check"]);
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

  test("the grace of what an approver released begins with the release; without a check none is known", () => {
    const held = stepOrderHold(started, checked(decision("100")), {});
    const late = { ...person("released"), asOf: "2024-03-20" };
    const released = held.ok ? stepOrderHold(held.value.next, late, { approverLimit: "10" }) : held;
    const state = released.ok ? (released.value.next as OrderHold) : started;
    // two days of grace after 20 March
    expect([state.at, state.data.nextCheckOn]).toStrictEqual(["released", "2024-03-23"]);
    expect(step(state, { type: "checkpointReached", asOf: "2024-03-22" })).toStrictEqual(["released"]);
    expect(step(state, { type: "checkpointReached", asOf: "2024-03-23" })).toStrictEqual(["unchecked", "ask_for_check"]);
    const unchecked = stepOrderHold(at("forced_held", { nextCheckOn: "2024-12-31" }), late, { approverLimit: "unlimited" });
    expect(unchecked.ok && unchecked.value.next.data.nextCheckOn).toBeNull();
    expect(step(at("released"), { type: "checkpointReached", asOf: "2024-03-16" })).toStrictEqual(["unchecked", "ask_for_check"]);
  });

  test("complaint 11: an order that is not clear, released or exempt has no way on but a check or a person", () => {
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
    expect(faultAt(() => step(started, checked(decision("110")), { recheckOn: "never" as never }))).toBe(
      "kernel.not_a_choice at facts.recheckOn",
    );
    expect(faultAt(() => step(started, checked(decision("110")), { forcedHold: "nobody" as never }))).toBe(
      "kernel.not_a_choice at facts.forcedHold",
    );
    expect(faultAt(() => step(at("held", { graceDays: -1 }), person("released")))).toBe("kernel.not_a_count at state.data.graceDays");
    expect(faultAt(() => step(started, checked(decision("110")), { approverLimit: "-1" }))).toBe(
      "kernel.below_zero at facts.approverLimit",
    );
  });
});
