import { type AmendmentFacts, recordAmendment } from "qudao/agreements";
import type { Agreement } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { checkVersions, inForce, renderMessage, type Versioned } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { rawLines } from "../support/agreement-words.js";
import { agency, trial } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const first = (value: Agreement): Versioned<Agreement> => ({ from: value.start, ...(value.end && { to: value.end }), version: "1", value });
const margin: Agreement = { ...agency, terms: { remuneration: { model: "margin" } } };
const sharing: Agreement = {
  ...agency,
  signedOn: "2024-06-10",
  evidenceId: "E2",
  terms: {
    remuneration: {
      model: "profit_sharing",
      shares: [
        { partyId: "M", rate: "0.6" },
        { partyId: "A1", rate: "0.4" },
      ],
    },
  },
};
const facts: AmendmentFacts = { versions: [first(margin)], amended: sharing, from: "2024-07-01", version: "2", source: "Amendment 1" };

function versions(given: AmendmentFacts = facts): readonly Versioned<Agreement>[] {
  const answer = recordAmendment(given);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.outcome;
}
const problem = (change: Partial<AmendmentFacts>) => {
  const answer = recordAmendment({ ...facts, ...change });
  return answer.ok ? "" : answer.problem.code;
};
const modelOn = (all: readonly Versioned<Agreement>[], date: string) => {
  const found = inForce(all, date);
  return found.ok ? found.value.value.terms?.remuneration?.model : found.problem.code;
};

describe("recordAmendment()", () => {
  test("keeps the history: a sale of the last day before uses the earlier terms, of the first day the new ones (S13-16)", () => {
    const all = versions();
    expect(all.map(({ version, from, to }) => [version, from, to])).toStrictEqual([
      ["1", "2024-01-01", "2024-07-01"],
      ["2", "2024-07-01", "2025-01-01"],
    ]);
    expect(all[0]?.value).toStrictEqual(margin);
    expect(all[1]?.source).toBe("Amendment 1");
    expect([modelOn(all, "2024-06-30"), modelOn(all, "2024-07-01")]).toStrictEqual(["margin", "profit_sharing"]);
    expect([modelOn(all, "2024-12-31"), modelOn(all, "2025-01-01")]).toStrictEqual(["profit_sharing", "kernel.no_version_in_force"]);
  });

  test("adds a third version to two, whatever their order", () => {
    const two = versions();
    const amended = { ...margin, signedOn: "2024-09-01", evidenceId: "E3", end: "2025-07-01" };
    const three = versions({ ...facts, versions: [...two].reverse(), amended, from: "2024-10-01", version: "3" });
    expect(three.map(({ version, to }) => [version, to])).toStrictEqual([
      ["1", "2024-07-01"],
      ["2", "2024-10-01"],
      ["3", "2025-07-01"],
    ]);
    expect(checkVersions(three)).toStrictEqual([]);
    expect([modelOn(three, "2024-06-30"), modelOn(three, "2024-09-30"), modelOn(three, "2024-10-01")]).toStrictEqual([
      "margin",
      "profit_sharing",
      "margin",
    ]);
  });

  test("an agreement without an end stays without one", () => {
    const open = { ...sharing, end: undefined };
    const all = versions({ ...facts, versions: [first({ ...margin, end: undefined })], amended: open });
    expect(all.map(({ to }) => to)).toStrictEqual(["2024-07-01", undefined]);
  });

  test.each<[string, Partial<AmendmentFacts>, string]>([
    ["of another agreement", { amended: { ...sharing, id: "AG9" } }, "agreements.amendment_of_another"],
    ["into another kind", { amended: { ...sharing, kind: "distribution" } as Agreement }, "agreements.amendment_of_another"],
    ["without a document", { amended: { ...sharing, evidenceId: undefined } }, "agreements.amendment_unsigned"],
    ["without a day of signature", { amended: { ...sharing, signedOn: undefined } }, "agreements.amendment_unsigned"],
    ["from a day before its signature", { from: "2024-06-09" }, "agreements.amendment_retroactive"],
    ["from the day of its signature", { from: "2024-06-10" }, ""],
    [
      "from the first day of the last version",
      { amended: { ...sharing, signedOn: "2023-12-20" }, from: "2024-01-01" },
      "agreements.amendment_before_last",
    ],
    ["from the day after it", { amended: { ...sharing, signedOn: "2023-12-20" }, from: "2024-01-02" }, ""],
    ["from the last day of the term", { from: "2024-12-31" }, ""],
    ["from the first day after the term", { from: "2025-01-01" }, "agreements.amendment_after_end"],
    ["that ends before it begins", { amended: { ...sharing, end: "2024-07-01" } }, "agreements.amendment_after_end"],
    ["under a name that is taken", { version: "1" }, "agreements.amendment_name_taken"],
  ])("answers for an amendment %s", (_, change, code) => {
    expect(problem(change)).toBe(code);
  });

  // C-05: no silent prolongation
  test.each([
    { end: "2024-06-30", code: "", why: "shorter" },
    { end: "2024-07-01", code: "", why: "as long" },
    { end: "2024-07-02", code: "agreements.amendment_prolongs_trial", why: "a day longer" },
  ])("a trial may end on $end: $why", ({ end, code }) => {
    const amended = { ...trial, signedOn: "2024-02-01", evidenceId: "E2", end };
    expect(problem({ versions: [first(trial)], amended, from: "2024-03-01" })).toBe(code);
  });

  test.each<[string, Partial<AmendmentFacts>, string]>([
    ["no version", { versions: [] }, "kernel.missing at facts.versions[0]"],
    ["versions that overlap", { versions: [first(margin), first(margin)] }, "kernel.versions_overlap at facts.versions"],
    ["a name that is none", { version: "" }, "kernel.not_text at facts.version"],
    [
      "a version that holds no agreement",
      { versions: [{ from: "2024-01-01", version: "1", value: {} as Agreement }] },
      "kernel.not_text at facts.versions[0].value.id",
    ],
  ])("names the place of %s", (_, change, fault) => {
    expect(faultAt(() => recordAmendment({ ...facts, ...change }))).toBe(fault);
  });

  test("is plain JSON, says in both languages what is kept, and changes nothing", () => {
    const answer = recordAmendment(frozen(facts));
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expect(answer.ok && rawLines(answer.value.explanation)).toStrictEqual([]);
    const refused = recordAmendment({ ...facts, amended: { ...sharing, kind: "distribution" } as Agreement });
    expect(refused.ok ? "" : renderMessage(refused.problem, "zh", catalogue)).toBe(
      "不能用 AG2（分销协议）变更 AG2（代理协议）：须另签协议",
    );
  });
});
