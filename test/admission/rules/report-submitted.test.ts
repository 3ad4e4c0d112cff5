import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent } from "../../support/admission.js";

const rule = "admission.report_submitted";
const report = { submittedOn: "2024-04-20", file: "reports/A-1.pdf" };

describe("the written report", () => {
  test.each([
    ["2024-04-30", "met, admitted"],
    ["2024-05-01", "met, admitted"],
    ["2024-05-02", "unknown, information_requested"],
  ])("S19-91: handed in on %s, asked on 2024-05-01: %s", (submittedOn, want) => {
    expect(cameOut(decideAgent({ report: { ...report, submittedOn } }), rule)).toBe(want);
  });

  test.each([{}, { submittedOn: "2024-04-20" }, { file: "reports/A-1.pdf" }, { submittedOn: null, file: "draft.docx" }, null])(
    "S19-91: a plan without the report handed in (%j) does not pass: it is asked for, and fails once the time to answer is over",
    (given) => {
      const open = decideAgent({ report: given });
      expect(cameOut(open, rule)).toBe("unknown, information_requested");
      expect(changeFor(open, rule).from).toBe("applicant");
      expect(open.respondBy).toBe("2024-05-20");
      expect(decideAgent({ report: given, asOf: "2024-05-19" }).status).toBe("information_requested");
      expect(decideAgent({ report: given, asOf: "2024-05-20" }).status).toBe("rejected");
    },
  );
});
