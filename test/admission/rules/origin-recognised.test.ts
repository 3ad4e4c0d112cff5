import type { AdmissionApplication, Nomination } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent, decideDistributor, findingOn, neededFor } from "../../support/admission.js";

const rule = "admission.origin_recognised";

const nomination: Nomination = {
  nominatorId: "east",
  nominatorKind: "agent",
  nominatorStatus: "active",
  evaluation: { verdict: "suitable", evaluator: "zhao", date: "2024-04-25" },
};
const waiver = { rule, ground: { en: "Bought a trial distributor", zh: "收购了一家试销商" }, approver: "chen", date: "2024-04-01" };
const outsider = { origin: "outsider" } as const;

describe("where an agent comes from", () => {
  test.each([
    ["distributor", "met, admitted"],
    ["trial_distributor", "met, admitted"],
    ["former_trial_distributor", "met, admitted"],
    ["outsider", "unmet, rejected"],
  ] as const)("S19-75: as a %s: %s", (origin, want) => {
    expect(cameOut(decideAgent({ origin }), rule)).toBe(want);
  });

  test("S19-75: an outsider with an approved exception is admitted with it, and the decision records it", () => {
    const decision = decideAgent({ ...outsider, waivers: [waiver] });
    expect(cameOut(decision, rule)).toBe("excepted, admitted_with_exceptions");
    expect(findingOn(decision, rule).waiver).toStrictEqual(waiver);
    expect(decision.exceptions).toStrictEqual([waiver]);
  });

  test("S19-75: a nomination is no route for agents", () => {
    expect(cameOut(decideAgent({ ...outsider, nominations: [nomination] }), rule)).toBe("unmet, rejected");
  });
});

describe("where a distributor comes from", () => {
  test.each([
    ["trial_distributor", "met, admitted"],
    ["former_trial_distributor", "met, admitted"],
    ["distributor", "unmet, rejected"],
    ["outsider", "unmet, rejected"],
  ] as const)("S03-21 S19-94: as a %s without nomination: %s", (origin, want) => {
    expect(cameOut(decideDistributor({ origin }), rule)).toBe(want);
  });

  test("S03-21: a direct application fails, and passes by an approved exception as excepted, not as met", () => {
    expect(cameOut(decideDistributor({ ...outsider, waivers: [waiver] }), rule)).toBe("excepted, admitted_with_exceptions");
  });

  test.each([
    ["ground", ""],
    ["approver", ""],
    ["date", ""],
  ])("S03-21: without %s an exception is only a request, and the decision says so", (field, value) => {
    const decision = decideDistributor({ ...outsider, waivers: [{ ...waiver, [field]: value }] });
    expect(cameOut(decision, rule)).toBe("unmet, rejected");
    expect(neededFor(decision, rule)).toStrictEqual(["applicant admission.change_origin", "manufacturer engine.waiver_incomplete"]);
  });

  test("S19-95: nominated by an active member and evaluated is a regular route, without a trial and without an exception", () => {
    for (const nominatorKind of ["agent", "distributor"] as const) {
      expect(cameOut(decideDistributor({ ...outsider, nominations: [{ ...nomination, nominatorKind }] }), rule)).toBe("met, admitted");
    }
  });

  test.each<[string, Partial<Nomination>, string]>([
    ["not evaluated yet", { evaluation: undefined }, "admission.evaluation_pending"],
    [
      "evaluated only after the day of asking",
      { evaluation: { verdict: "suitable", evaluator: "zhao", date: "2024-05-02" } },
      "admission.evaluation_pending",
    ],
    ["by somebody whose standing is not known", { nominatorStatus: null }, "admission.nominator_unconfirmed"],
  ])("S19-95: nominated, but %s, it is pending with the manufacturer", (_, change, code) => {
    const decision = decideDistributor({ ...outsider, nominations: [{ ...nomination, ...change }] });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(neededFor(decision, rule)).toStrictEqual([`manufacturer ${code}`]);
  });

  test("S19-95: an evaluation of the day of asking counts", () => {
    const evaluation = { verdict: "suitable", evaluator: "zhao", date: "2024-05-01" } as const;
    expect(cameOut(decideDistributor({ ...outsider, nominations: [{ ...nomination, evaluation }] }), rule)).toBe("met, admitted");
  });

  test.each<[string, Partial<Nomination>]>([
    ["a terminated member", { nominatorStatus: "terminated" }],
    ["a suspended member", { nominatorStatus: "suspended" }],
    ["a trial distributor", { nominatorKind: "trial_distributor" }],
    ["somebody outside", { nominatorKind: "other" }],
    ["the applicant itself", { nominatorId: "north" }],
    ["a member whose nominee was found unsuitable", { evaluation: { verdict: "unsuitable", evaluator: "zhao", date: "2024-04-25" } }],
  ])("S19-95: a nomination by %s does not count", (_, change) => {
    const decision = decideDistributor({ ...outsider, nominations: [{ ...nomination, ...change }] });
    expect(cameOut(decision, rule)).toBe("unmet, rejected");
    expect(changeFor(decision, rule).waivable).toBe(true);
  });

  test("one nomination that counts is enough, in whatever order they come", () => {
    const pending = { ...nomination, nominatorId: "south", evaluation: null };
    const refused = { ...nomination, nominatorId: "west", nominatorStatus: "terminated" } as const;
    for (const nominations of [
      [pending, refused, nomination],
      [nomination, refused, pending],
    ]) {
      expect(cameOut(decideDistributor({ ...outsider, nominations }), rule)).toBe("met, admitted");
    }
    expect(cameOut(decideDistributor({ ...outsider, nominations: [refused, pending] }), rule)).toBe("unknown, information_requested");
  });

  test.each([undefined, null])("an origin that is %s is asked for", (origin) => {
    const decision = decideDistributor({ origin } as Partial<AdmissionApplication>);
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(findingOn(decision, rule).missing).toStrictEqual(["origin"]);
  });

  test("the routes are data: a policy may open and close them", () => {
    expect(cameOut(decideDistributor({ origin: "distributor" }, { routes: [{ kind: "origin", origins: ["distributor"] }] }), rule)).toBe(
      "met, admitted",
    );
    expect(cameOut(decideDistributor({ nominations: [nomination] }, { routes: [] }), rule)).toBe("unmet, rejected");
  });
});
