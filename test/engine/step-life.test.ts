import { checkMachine, renderMachine } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { stepLife } from "../../src/engine/step-life.js";

describe("the life of a step", () => {
  test("is a sound table", () => expect(checkMachine(stepLife)).toStrictEqual([]));

  test("has four states and no dead end", () => {
    expect(
      renderMachine(stepLife, "en")
        .split("\n")
        .filter((line) => /waiting --> |skipped --> /.test(line)),
    ).toStrictEqual([
      "  waiting --> in_progress : started [the owner does it, the step applies, the steps it waits for are finished, the documents it needs are there, it is not before the first day of the run]",
      "  waiting --> skipped : skipped [the owner does it, the step is optional, a ground is given, it is not before the first day of the run, it is not before the day the round was started]",
      "  skipped --> waiting : reopened [somebody with a role in it does it, a ground is given, it is not before the day the step ended]",
    ]);
  });
});
