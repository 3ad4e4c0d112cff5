import { assertNever, type Catalogue, err, type Message, ok, type Result } from "qudao/kernel";
import { expectTypeOf, test } from "vitest";

type Problem = Message<"shop.closed"> | Message<"shop.sold_out">;

test("a result is narrowed by `ok`", () => {
  const result = ok("1") as Result<string, Problem>;
  if (result.ok) expectTypeOf(result.value).toEqualTypeOf<string>();
  else expectTypeOf(result.problem.code).toEqualTypeOf<"shop.closed" | "shop.sold_out">();
  // @ts-expect-error [ts2339] nobody reads a value before asking
  void result.value;
});

test("the last branch over the codes of a problem is unreachable", () => {
  const say = (problem: Problem): string => {
    switch (problem.code) {
      case "shop.closed":
        return "closed";
      case "shop.sold_out":
        return "sold out";
      default:
        return assertNever(problem);
    }
  };
  expectTypeOf(say).returns.toEqualTypeOf<string>();
  // @ts-expect-error [ts2345] a branch was forgotten
  const forgetful = (problem: Problem): string => (problem.code === "shop.closed" ? "closed" : assertNever(problem));
  void forgetful;
});

test("a failure keeps its code", () => {
  const failure = err({ code: "shop.closed" as const, params: {} });
  expectTypeOf(failure).toExtend<Result<never, Message<"shop.closed">>>();
});

test("words are required in both languages", () => {
  // @ts-expect-error [ts2741] Chinese is missing
  const half: Catalogue = { "shop.closed": { en: "Closed" } };
  void half;
});
