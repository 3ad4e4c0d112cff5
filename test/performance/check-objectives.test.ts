import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { checkObjectives } from "qudao/performance";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

// S08-06
test("an objective without an indicator, with one that is not appraised, or with another target is flagged", () => {
  const facts = {
    objectives: [
      { objective: "grow", indicator: "sales", target: "100.0" },
      { objective: "cover", target: "8" },
      { objective: "please", indicator: "satisfaction", target: "90" },
      { objective: "share", indicator: "share", target: "0.2" },
    ],
    appraisal: [
      { indicator: "sales", target: "100" },
      { indicator: "share", target: "0.3" },
    ],
  };
  const found = checkObjectives(facts);
  expect(found.map(({ code, path }) => [code, path])).toStrictEqual([
    ["performance.objective_unmapped", "objectives[1]"],
    ["performance.objective_unknown", "objectives[2]"],
    ["performance.objective_target", "objectives[3]"],
  ]);
  for (const one of found)
    for (const language of ["en", "zh"] as const) expect(renderMessage(one, language, catalogue)).not.toMatch(/performance\.|\?/);
  const twice = { ...facts, appraisal: [...facts.appraisal, { indicator: "sales", target: "90" }] };
  expect(faultAt(() => checkObjectives(twice))).toBe("kernel.named_twice at facts.appraisal[2].indicator");
  expectOnlyFaults(checkObjectives as never, [facts]);
});
