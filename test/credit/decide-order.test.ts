import {
  type CheckedOrder,
  type CreditCheckpoint,
  type CreditLedger,
  type CreditPolicy,
  decideOrder,
  type ExposureComponent,
  exampleCreditPolicy,
  type HoldRule,
} from "qudao/credit";
import { describe, expect, test } from "vitest";
import { account, claim, credit, ledger, limitOf, shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const policy: CreditPolicy = frozen({ ...exampleCreditPolicy, rules: [] });
const order = (changes: Partial<CheckedOrder> = {}): CheckedOrder => ({
  id: "O-1",
  memberId: "D1",
  currency: "CNY",
  amount: "30",
  ...changes,
});
/** D1 owes 80, nothing of it due yet, against a limit of 100. */
const books = (changes: Partial<CreditLedger> = {}) =>
  ledger({ accounts: [account(limitOf("100"))], items: [claim({ amount: "80", dueOn: "2024-12-31" })], ...changes });
const late = (amount: string, dueOn: string) => claim({ id: "LATE", amount, dueOn });

function decide(
  changes: Partial<CheckedOrder> = {},
  more: {
    readonly ledger?: CreditLedger;
    readonly policy?: Partial<CreditPolicy>;
    readonly checkpoint?: CreditCheckpoint;
    readonly asOf?: string;
  } = {},
) {
  const { asOf = "2024-03-15", checkpoint = "order" } = more;
  return shown(decideOrder({ asOf, checkpoint, order: order(changes), ledger: more.ledger ?? books() }, { ...policy, ...more.policy }));
}
const why = (...given: Parameters<typeof decide>) => {
  const { decision, exempt, reasons } = decide(...given);
  return [
    decision,
    ...(exempt === null ? [] : [exempt]),
    ...reasons.map(({ metric, status }) => (status === "unknown" ? `${metric}?` : metric)),
  ];
};
const rule = (id: string, test: HoldRule["test"], changes: Partial<HoldRule> = {}): HoldRule => ({
  id,
  kind: "block",
  scope: { kind: "all" },
  test,
  ...changes,
});
const exclusion = (id: string, test: HoldRule["test"], changes: Partial<HoldRule> = {}) =>
  rule(id, test, { kind: "exclusion", scope: { kind: "member", id: "D1" }, ...changes });

describe("decideOrder()", () => {
  test("S19-136: exposure 80 and an order of 30 against 100 is held; without terms only prepayment is left", () => {
    expect(why()).toStrictEqual(["hold", "limit_exceeded"]);
    expect(why({ memberId: "D9" })).toStrictEqual(["prepayment_only", "no_credit"]);
  });

  test.each([
    ["19.99", "release", "0", "0.01"],
    ["20", "release", "0", "0"],
    ["20.01", "hold", "0.01", "-0.01"],
  ])(
    "an order of %s is %s, %s above the limit, which leaves %s: only more than the limit is too much",
    (amount, decision, excess, remaining) => {
      expect(decide({ amount })).toMatchObject({ decision, excess, remaining, exposureBefore: "80" });
    },
  );

  test("no limit of an amount leaves no figure: unlimited, zero, not set, and what was not measured", () => {
    for (const limit of [{ kind: "unlimited" }, { kind: "zero" }, { kind: "not_set" }] as const)
      expect(decide({}, { ledger: books({ accounts: [account(limit)] }) }).remaining).toBeNull();
    expect(decide({ prepaid: "30" }).remaining).toBeNull();
    expect(decide({ currency: "USD" }).remaining).toBeNull();
  });

  test("unlimited, cash only and not set are three things", () => {
    const with_ = (limit: Parameters<typeof account>[0]) => why({}, { ledger: books({ accounts: [account(limit)] }) });
    expect(with_({ kind: "unlimited" })).toStrictEqual(["release"]);
    expect(with_({ kind: "zero" })).toStrictEqual(["prepayment_only", "cash_only"]);
    expect(with_({ kind: "not_set" })).toStrictEqual(["prepayment_only", "no_credit"]);
    expect(decide({}, { ledger: books({ accounts: [account({ kind: "zero" })] }) }).excess).toBe("110");
  });

  test("complaint 5: the order stands in the ledger already and counts once", () => {
    const orders = [order({ amount: "20" })];
    expect(decide({ amount: "20" }, { ledger: books({ orders }) })).toMatchObject({
      decision: "release",
      exposureBefore: "80",
      exposureAfter: "100",
    });
    expect(decide({ amount: "25" }, { ledger: books({ orders }) })).toMatchObject({ decision: "hold", excess: "5" });
    const deliveries = [
      { id: "L-1", memberId: "D1", currency: "CNY", amount: "15", covers: [{ kind: "order", id: "O-1", amount: "15" }] },
    ] as const;
    expect(decide({ amount: "20" }, { ledger: books({ orders, deliveries }) }).exposureAfter).toBe("100");
  });

  test.each<[string, Partial<CheckedOrder>, CreditCheckpoint]>([
    ["prepaid", { prepaid: "30" }, "ship"],
    ["credit_note", { kind: "credit_note" }, "order"],
    ["delivered_goods", { goods: "delivered" }, "invoice"],
    ["not_a_checkpoint", {}, "invoice"],
  ])("complaint 6: %s is never held, however late the member is", (exempt, changes, checkpoint) => {
    const bad = books({ accounts: [account({ kind: "zero" }, { status: "blocked" })], items: [late("999999", "2020-01-01")] });
    const rules = [rule("days", { metric: "days_overdue", days: 0 }), rule("status", { metric: "account_status", statuses: ["blocked"] })];
    expect(why(changes, { ledger: bad, policy: { rules }, checkpoint })).toStrictEqual(["release", exempt]);
  });

  test("complaint 6: it is held before the goods leave, at the checkpoints of the policy", () => {
    for (const checkpoint of ["order", "pick", "ship"] as const) expect(why({}, { checkpoint })[0]).toBe("hold");
    expect(why({}, { checkpoint: "quote" })).toStrictEqual(["release", "not_a_checkpoint"]);
    expect(why({}, { checkpoint: "quote", policy: { checkpoints: ["quote"] } })[0]).toBe("hold");
  });

  test("what is paid ahead in part lowers what counts", () => {
    expect(decide({ prepaid: "10" })).toMatchObject({ decision: "release", exposureAfter: "100" });
    expect(decide({ prepaid: "9.99" }).decision).toBe("hold");
  });

  test.each([
    ["2024-03-17", ["release", "within_grace"]],
    ["2024-03-18", ["hold", "limit_exceeded"]],
  ])("released on 15 March with two days of grace: on %s %j", (asOf, expected) => {
    expect(why({ released: { on: "2024-03-15", amount: "30" } }, { asOf })).toStrictEqual(expected);
  });

  test("complaint 7: within the grace it is looked at again when it grew, asks for more, or was closed and opened again", () => {
    const released = { on: "2024-03-15", amount: "30", termRank: 1 };
    expect(why({ released, termRank: 1 })).toStrictEqual(["release", "within_grace"]);
    expect(why({ released, amount: "30.01" })[0]).toBe("hold");
    expect(why({ released, termRank: 2 })[0]).toBe("hold");
    expect(why({ released, discountRank: 1 })[0]).toBe("hold");
    expect(why({ released: undefined })[0]).toBe("hold");
    expect(why({ released: { ...released, on: "2024-03-16" }, termRank: 1 })[0]).toBe("hold");
    expect(decide({ amount: "20" }).nextCheckOn).toBe("2024-03-18");
  });

  test.each<[HoldRule["test"], Partial<CheckedOrder>, Partial<Parameters<typeof account>[1]>, string[]]>([
    [{ metric: "days_overdue", days: 10 }, {}, {}, ["release"]],
    [{ metric: "days_overdue", days: 9 }, {}, {}, ["hold", "days_overdue"]],
    [{ metric: "account_status", statuses: ["watch"] }, {}, { status: "good" }, ["release"]],
    [{ metric: "account_status", statuses: ["watch"] }, {}, { status: "watch" }, ["hold", "account_status"]],
    [{ metric: "account_status", statuses: ["watch"] }, {}, {}, ["hold", "account_status?"]],
    [{ metric: "terms_of_payment", terms: ["net 90"] }, { termId: "net 30" }, {}, ["release"]],
    [{ metric: "terms_of_payment", terms: ["net 90"] }, { termId: "net 90" }, {}, ["hold", "terms_of_payment"]],
    [{ metric: "terms_of_payment", terms: ["net 90"] }, {}, {}, ["hold", "terms_of_payment?"]],
    [{ metric: "overdue_amount", amount: "49.99", shareOfLimit: "0.04" }, {}, {}, ["hold", "overdue_amount"]],
    [{ metric: "overdue_amount", amount: "50", shareOfLimit: "0.04" }, {}, {}, ["release"]],
    [{ metric: "overdue_amount", amount: "49.99", shareOfLimit: "0.05" }, {}, {}, ["release"]],
    [{ metric: "order_amount", amount: "30" }, {}, {}, ["release"]],
    [{ metric: "order_amount", amount: "29.99" }, {}, {}, ["hold", "order_amount"]],
    [{ metric: "limit_used", share: "0.08" }, {}, {}, ["release"]],
    [{ metric: "limit_used", share: "0.0799" }, {}, {}, ["hold", "limit_used"]],
    [{ metric: "term_rank_raised" }, { termRank: 2 }, { termRank: 2 }, ["release"]],
    [{ metric: "term_rank_raised" }, { termRank: 3 }, { termRank: 2 }, ["hold", "term_rank_raised"]],
    [{ metric: "term_rank_raised" }, {}, { termRank: 2 }, ["hold", "term_rank_raised?"]],
    [{ metric: "discount_rank_raised" }, { discountRank: 1 }, { discountRank: 0 }, ["hold", "discount_rank_raised"]],
    [{ metric: "discount_rank_raised" }, { discountRank: 1 }, {}, ["hold", "discount_rank_raised?"]],
  ])("complaint 9: a rule %j, with 50 that is 10 days past due against a limit of 1000", (test, changes, more, expected) => {
    const given = ledger({ accounts: [account(limitOf("1000"), more)], items: [late("50", "2024-03-05")] });
    expect(why(changes, { ledger: given, policy: { rules: [rule("R", test)] } })).toStrictEqual(expected);
  });

  test("complaint 9: dust is not overdue, and any overdue money is above a share of no limit", () => {
    const days = [rule("R", { metric: "days_overdue", days: 0 })];
    expect(
      why({}, { ledger: ledger({ accounts: [account(limitOf("1000"))], items: [late("1", "2020-01-01")] }), policy: { rules: days } }),
    ).toStrictEqual(["release"]);
    const share = [rule("R", { metric: "overdue_amount", amount: "10", shareOfLimit: "0.5" })];
    const given = ledger({ accounts: [account({ kind: "zero" })], items: [late("50", "2024-03-05")] });
    expect(why({}, { ledger: given, policy: { rules: share } })).toStrictEqual(["hold", "cash_only", "overdue_amount"]);
  });

  test.each<[string, string, readonly string[]]>([
    ["49.99", "0", ["hold", "overdue_amount"]],
    ["50", "0", ["release"]],
    ["49.99", "0.01", ["release"]],
  ])("of unlimited credit, 50 past due against %s and the share %s: %j", (amount, shareOfLimit, expected) => {
    const given = ledger({ accounts: [account({ kind: "unlimited" })], items: [late("50", "2024-03-05")] });
    const rules = [rule("R", { metric: "overdue_amount", amount, shareOfLimit })];
    expect(why({}, { ledger: given, policy: { rules } })).toStrictEqual(expected);
  });

  test("all reasons are told, not the first", () => {
    const given = books({
      items: [late("90", "2024-01-01")],
      accounts: [account(limitOf("100"), { expiresOn: "2024-03-08", status: "watch" })],
    });
    const rules = [rule("days", { metric: "days_overdue", days: 30 }), rule("status", { metric: "account_status", statuses: ["watch"] })];
    expect(why({}, { ledger: given, policy: { rules } })).toStrictEqual([
      "hold",
      "limit_exceeded",
      "limit_expired",
      "days_overdue",
      "account_status",
    ]);
  });

  test("an expired limit holds once its grace is over", () => {
    const until = (expiresOn: string) => why({ amount: "1" }, { ledger: books({ accounts: [account(limitOf("100"), { expiresOn })] }) });
    expect(until("2024-03-09")).toStrictEqual(["release"]);
    expect(until("2024-03-08")).toStrictEqual(["hold", "limit_expired"]);
  });

  test("an exclusion sets aside a block of its metric and a wider scope, up to its figure; of the same scope, or of another metric, none", () => {
    const given = ledger({
      accounts: [account(limitOf("1000"), { groupId: "G" })],
      groups: [{ id: "G", limit: { kind: "unlimited" }, check: "group_then_member" }],
      items: [late("50", "2024-03-05")],
    });
    const block = rule("B", { metric: "days_overdue", days: 5 });
    const with_ = (...rules: readonly HoldRule[]) => decide({}, { ledger: given, policy: { rules: [block, ...rules] } });
    expect(with_(exclusion("E", { metric: "days_overdue", days: 10 }))).toMatchObject({
      decision: "release",
      setAside: [{ rule: "B", by: "E" }],
    });
    expect(with_(exclusion("E", { metric: "days_overdue", days: 9 })).decision).toBe("hold");
    expect(with_(exclusion("E", { metric: "days_overdue", days: 10 }, { scope: { kind: "group", id: "G" } })).decision).toBe("release");
    expect(with_(exclusion("E", { metric: "days_overdue", days: 10 }, { scope: { kind: "all" } })).decision).toBe("hold");
    expect(with_(exclusion("E", { metric: "days_overdue", days: 10 }, { scope: { kind: "member", id: "D2" } })).decision).toBe("hold");
    expect(with_(exclusion("E", { metric: "order_amount", amount: "100" })).decision).toBe("hold");
    expect(
      with_(
        rule("B2", { metric: "days_overdue", days: 5 }, { scope: { kind: "member", id: "D1" } }),
        exclusion("E", { metric: "days_overdue", days: 10 }),
      ),
    ).toMatchObject({
      decision: "hold",
      reasons: [{ rule: "B2" }],
    });
  });

  test("an exclusion for all lets a small excess pass; the limit itself is the widest block", () => {
    const up = (by: string) =>
      why({}, { policy: { rules: [exclusion("E", { metric: "limit_exceeded", by }, { scope: { kind: "all" } })] } });
    expect(up("10")).toStrictEqual(["release"]);
    expect(up("9.99")).toStrictEqual(["hold", "limit_exceeded"]);
  });

  test("complaint 8: an allowance is a share of the limit, beside a fixed excess", () => {
    const up = (by: string, shareOfLimit: string, amount: string) => {
      const rules = [exclusion("E", { metric: "limit_exceeded", by, shareOfLimit }, { scope: { kind: "all" } })];
      return why({ amount }, { policy: { rules } });
    };
    // 80 of 100 are used
    expect(up("0", "0.1", "30")).toStrictEqual(["release"]);
    expect(up("0", "0.1", "30.01")).toStrictEqual(["hold", "limit_exceeded"]);
    expect(up("5", "0.1", "35")).toStrictEqual(["release"]);
    expect(up("5", "0.1", "35.01")).toStrictEqual(["hold", "limit_exceeded"]);
  });

  test("complaint 8, 26: every part of the exposure can have a limit of its own, the order counting among the open orders", () => {
    const part = (component: ExposureComponent, amount: string) => {
      const rules = [rule("P", { metric: "part_exceeded", component, amount })];
      return why({ amount: "15" }, { ledger: books({ orders: [order({ id: "O-0", amount: "5" })] }), policy: { rules } });
    };
    expect(part("open_orders", "20")).toStrictEqual(["release"]);
    expect(part("open_orders", "19.99")).toStrictEqual(["hold", "part_exceeded"]);
    expect(part("open_items", "80")).toStrictEqual(["release"]);
    expect(part("open_items", "79.99")).toStrictEqual(["hold", "part_exceeded"]);
    expect(part("open_deliveries", "0")).toStrictEqual(["release"]);
    const twice = [claim({ amount: "1" }), claim({ amount: "2" })];
    const rules = [rule("P", { metric: "part_exceeded", component: "open_items", amount: "1000" })];
    expect(why({ amount: "1" }, { ledger: books({ items: twice }), policy: { rules } })).toContain("part_exceeded?");
  });

  test("a releasing exclusion that holds ends the evaluation; one that cannot be told sets nothing aside", () => {
    const bad = books({ accounts: [account({ kind: "zero" }, { status: "watch" })], items: [late("90", "2020-01-01")] });
    const days = rule("B", { metric: "days_overdue", days: 5 });
    const status = (statuses: readonly string[]) =>
      exclusion("E", { metric: "account_status", statuses }, { scope: { kind: "all" }, releases: true });
    const outcome = decide({}, { ledger: bad, policy: { rules: [days, status(["watch"])] } });
    expect(outcome).toMatchObject({
      decision: "release",
      setAside: [
        { rule: "B", by: "E" },
        { rule: "cash_only", by: "E" },
      ],
    });
    expect(decide({}, { ledger: bad, policy: { rules: [days, status(["good"])] } }).decision).toBe("hold");
    expect(decide({}, { policy: { rules: [status(["watch"])] } }).decision).toBe("hold");
  });

  test("complaint 12: the group is held against its limit first, then each member, or the group alone", () => {
    const groups = (check: "group_only" | "group_then_member") => [{ id: "G", limit: limitOf("500"), check }] as const;
    const accounts = [account(limitOf("100"), { groupId: "G" }), account(limitOf("1000"), { memberId: "D2", groupId: "G" })];
    const given = (check: "group_only" | "group_then_member", other: string) =>
      books({
        accounts,
        groups: groups(check),
        items: [claim({ amount: "80", dueOn: "2024-12-31" }), claim({ id: "X", memberId: "D2", amount: other, dueOn: "2024-12-31" })],
      });
    expect(why({}, { ledger: given("group_then_member", "391") })).toStrictEqual(["hold", "group_limit_exceeded", "limit_exceeded"]);
    expect(why({}, { ledger: given("group_then_member", "390") })).toStrictEqual(["hold", "limit_exceeded"]);
    expect(why({}, { ledger: given("group_only", "390") })).toStrictEqual(["release"]);
    expect(why({}, { ledger: given("group_only", "390.01") })).toStrictEqual(["hold", "group_limit_exceeded"]);
  });

  test("complaint 12: a group that nobody set a limit for holds nobody for its sum, and lets nobody go without a limit", () => {
    const items = [claim({ amount: "80", dueOn: "2024-12-31" }), claim({ id: "X", memberId: "D2", amount: "80", dueOn: "2024-12-31" })];
    for (const check of ["group_only", "group_then_member"] as const) {
      const groups = [{ id: "G", limit: { kind: "not_set" }, check }] as const;
      const of = (limit: Parameters<typeof account>[0], amount: string) =>
        why(
          { amount },
          {
            ledger: books({
              accounts: [account(limit, { groupId: "G" }), account(limit, { memberId: "D2", groupId: "G" })],
              groups,
              items,
            }),
            policy: { limits: { ...policy.limits, companyLimit: limitOf("100") } },
          },
        );
      expect(of({ kind: "not_set" }, "20")).toStrictEqual(["release"]);
      expect(of({ kind: "not_set" }, "20.01")).toStrictEqual(["hold", "limit_exceeded"]);
      expect(of(limitOf("90"), "10")).toStrictEqual(["release"]);
      expect(of(limitOf("90"), "10.01")).toStrictEqual(["hold", "limit_exceeded"]);
    }
  });

  test("G-11, G-21: a deposit lowers the exposure, a guarantee raises the limit", () => {
    const securities = [
      { id: "DE", kind: "deposit", value: "6" },
      { id: "GU", kind: "guarantee", value: "4" },
    ] as const;
    expect(decide({}, { ledger: books({ accounts: [account(limitOf("100"), { securities })] }) })).toMatchObject({
      decision: "release",
      exposureAfter: "104",
      limit: { amount: "104" },
    });
  });

  test("complaint 10: it is a decision on the document in its own currency, not a message; without a rate it is held", () => {
    const exchange = { via: "direct_only", rates: [{ from: "USD", to: "CNY", rate: "7", asOf: "2024-03-15" }] } as const;
    const usd = { amount: "3", currency: "USD" };
    expect(decide(usd, { policy: { exposure: { ...policy.exposure, exchange } } })).toMatchObject({
      decision: "hold",
      exposureAfter: "101",
    });
    expect(why(usd)).toStrictEqual(["hold", "exposure_unknown?", "limit_exceeded?"]);
  });

  test("complaint 10: whose ledger, limit and currency count is what is handed over, whoever asks", () => {
    const here = books({ accounts: [account(limitOf("110"))] });
    const there = ledger({ accounts: [account(limitOf("29.99"))] });
    const usd: CreditPolicy = { ...policy, exposure: { ...policy.exposure, currency: "USD" } };
    expect(why({}, { ledger: here })).toStrictEqual(["release"]);
    expect(why({}, { ledger: there })).toStrictEqual(["hold", "limit_exceeded"]);
    expect(why({ currency: "USD" }, { ledger: { ...there, accounts: [account(limitOf("30"))] }, policy: usd })).toStrictEqual(["release"]);
  });

  test("complaint 11: a member on hold is held wherever the policy looks, the copy of an order as the order itself", () => {
    const blocked = books({ accounts: [account(limitOf("1000"), { status: "blocked" })] });
    const rules = [rule("status", { metric: "account_status", statuses: ["blocked"] })];
    const everywhere: readonly CreditCheckpoint[] = ["quote", "order", "pick", "ship"];
    for (const checkpoint of everywhere) {
      for (const id of ["O-1", "O-1 copy"])
        expect(why({ id }, { ledger: blocked, policy: { rules, checkpoints: everywhere }, checkpoint })).toStrictEqual([
          "hold",
          "account_status",
        ]);
    }
  });

  test("documents that cannot be told hold the order: an unknown is never a pass", () => {
    const twice = [claim({ amount: "1" }), claim({ amount: "2" })];
    expect(why({ amount: "1" }, { ledger: books({ items: twice }) })).toStrictEqual(["hold", "exposure_unknown?", "limit_exceeded?"]);
    expect(decide({ amount: "1" }, { ledger: books({ items: twice }) })).toMatchObject({ exposureBefore: null, exposureAfter: null });
  });

  test("a credit of the member makes room", () => {
    expect(
      why({}, { ledger: books({ items: [claim({ amount: "80" }), credit({ amount: "10" })], accounts: [account(limitOf("100"))] }) })[0],
    ).toBe("release");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => decide({ amount: "x" }))).toBe("kernel.not_a_decimal at facts.order.amount");
    expect(faultAt(() => decide({}, { ledger: books({ accounts: [account(limitOf("1"), { groupId: "G" })] }) }))).toBe(
      "kernel.unknown_row at facts.ledger.accounts[0].groupId",
    );
    expect(faultAt(() => decide({}, { checkpoint: "x" as never }))).toBe("kernel.not_a_choice at facts.checkpoint");
    expect(faultAt(() => decide({}, { policy: { rules: [rule("R", { metric: "days_overdue", days: -1 })] } }))).toBe(
      "kernel.not_a_count at policy.rules[0].test.days",
    );
    expect(faultAt(() => decide({}, { policy: { rules: [rule("R", { metric: "limit_expired" }, { releases: true })] } }))).toBe(
      "kernel.not_a_choice at policy.rules[0].releases",
    );
    expect(faultAt(() => decide({}, { ledger: books({ accounts: [account(limitOf("1")), account(limitOf("2"))] }) }))).toBe(
      "kernel.named_twice at facts.ledger.accounts[1].memberId",
    );
  });
});
