import { checkRules, explainFindings } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { checkTrialStage, lifecycleMessages, trialBeforeDistributor } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";

const waiver = { rule: "lifecycle.trial_before_distributor", ground: "took over a dealer's shops", approver: "li", date: "2024-05-01" };
const asking = { asOf: "2024-05-20", waivers: [waiver] };

describe("checkTrialStage()", () => {
  test("S03-21: direct without a trial is unmet; with an approved exception it is excepted, and keeps the exception", () => {
    const unmet = checkTrialStage(frozen({ origin: "direct" } as const), { asOf: "2024-05-20" });
    expect([unmet.status, unmet.params["actual"]]).toStrictEqual(["unmet", "direct"]);
    const excepted = checkTrialStage({ origin: "direct" }, frozen(asking));
    expect([excepted.status, excepted.waiver]).toStrictEqual(["excepted", waiver]);
    expect(JSON.parse(JSON.stringify(excepted))).toStrictEqual(excepted);
  });

  test("an exception does not make known what is not", () => {
    expect(checkTrialStage({}, asking)).toMatchObject({ status: "unknown", missing: ["origin"] });
  });

  test("explains itself in both languages", () => {
    for (const facts of [{ origin: "direct" }, { origin: "nominated" }, {}] as const) {
      for (const language of ["en", "zh"] as const) {
        const text = explainFindings([checkTrialStage(facts, asking)])
          .map((node) => renderExplanation(node, { language, catalogue }))
          .join();
        expect(text).not.toMatch(/lifecycle\.[a-z_]+ \{|_evaluation|former_/);
      }
    }
  });

  test("its rule is sound", () => {
    expect(checkRules([trialBeforeDistributor], { catalogue: lifecycleMessages, folder: "lifecycle" })).toStrictEqual([]);
  });
});
