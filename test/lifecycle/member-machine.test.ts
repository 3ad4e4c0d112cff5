import { checkMachine } from "qudao/engine";
import { memberMachine } from "qudao/lifecycle";
import { expect, test } from "vitest";

test("x", () => expect(checkMachine(memberMachine)).toStrictEqual([]));
