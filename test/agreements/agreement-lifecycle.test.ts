import { agreementStates } from "qudao/agreements";
import { checkMachine, renderMachine } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { agreementLifecycle } from "../../src/agreements/agreement-lifecycle.js";
import { activeLife, agency, trial } from "../support/agreements.js";

describe("the table of an agreement's life", () => {
  test("is sound", () => {
    expect(checkMachine(agreementLifecycle)).toStrictEqual([]);
  });
  test("smoke", () => {
    expect(activeLife(agency).at).toBe("active");
    expect(activeLife(trial).at).toBe("active");
    console.log(renderMachine(agreementLifecycle, "zh"));
    expect(agreementStates.length).toBe(12);
  });
});
