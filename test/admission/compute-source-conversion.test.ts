import fc from "fast-check";
import { type CandidateStage, type ConversionPolicy, candidateStages, computeSourceConversion, prospectSources } from "qudao/admission";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const policy: ConversionPolicy = { sources: prospectSources, places: 3, rounding: "half_up" };
type Pair = readonly [source: string | null, stage: CandidateStage];
const convert = (pairs: readonly Pair[], uncounted?: readonly string[], given = policy) =>
  computeSourceConversion(
    frozen({ prospects: pairs.map(([source, stage], i) => ({ id: `P-${i}`, source, stage })), uncounted }),
    frozen(given),
  );
const row = (source: string, ...args: Parameters<typeof convert>) => convert(...args).outcome.sources.find((one) => one.source === source);

describe("the sources of prospects", () => {
  // S08-11, S13-07, S11-09
  test("hold advertising, recruiting, referral, trade fairs and the others of the texts", () => {
    expect(prospectSources.map(({ code }) => code)).toStrictEqual([
      "advertising",
      "recruiting",
      "referral",
      "trade_fair",
      "nomination",
      "factory_office_lead",
      "trial_promotion",
    ]);
    expect(prospectSources.map(({ title }) => title.zh).slice(0, 4)).toStrictEqual(["广告", "招聘", "推荐", "展会"]);
  });
});

describe("computeSourceConversion()", () => {
  // S06-08
  test("gives each source its conversion rate", () => {
    const pairs: readonly Pair[] = [
      ["trade_fair", "signed"],
      ["trade_fair", "signed"],
      ["trade_fair", "rejected"],
      ["referral", "signed"],
      ["referral", "withdrawn"],
      ["referral", "negotiating"],
      ["referral", "prospect"],
    ];
    expect(row("trade_fair", pairs)).toStrictEqual({
      source: "trade_fair",
      recorded: 3,
      signed: 2,
      rejected: 1,
      withdrawn: 0,
      open: 0,
      rate: "0.667",
      because: null,
    });
    expect(row("referral", pairs)).toMatchObject({ recorded: 4, signed: 1, withdrawn: 1, open: 2, rate: "0.25" });
  });

  test("nobody signed is a rate of 0, nobody found is none", () => {
    expect(row("referral", [["referral", "rejected"]])).toMatchObject({ rate: "0", because: null });
    expect(row("referral", [])).toMatchObject({ recorded: 0, rate: null, because: "no_prospects" });
  });

  test("where not everybody found was recorded there is no rate", () => {
    expect(row("advertising", [["advertising", "signed"]], ["advertising"])).toMatchObject({
      recorded: 1,
      signed: 1,
      rate: null,
      because: "found_not_known",
    });
    expect(row("advertising", [], ["advertising"])).toMatchObject({ rate: null, because: "found_not_known" });
  });

  test("a prospect whose source is not known burdens no source", () => {
    const { sources, unattributed } = convert([
      [null, "signed"],
      [null, "prospect"],
      ["referral", "signed"],
    ]).outcome;
    expect(unattributed).toStrictEqual({ recorded: 2, signed: 1, rejected: 0, withdrawn: 0, open: 1 });
    expect(sources.find(({ source }) => source === "referral")?.rate).toBe("1");
  });

  test("takes the host's own sources", () => {
    const own = { code: "chamber_of_commerce", title: { en: "chamber of commerce", zh: "商会" } };
    const given = { ...policy, sources: [...prospectSources, own] };
    expect(row("chamber_of_commerce", [["chamber_of_commerce", "signed"]], undefined, given)?.rate).toBe("1");
    expect(faultAt(() => convert([["chamber_of_commerce", "signed"]]))).toBe("kernel.not_a_choice at facts.prospects[0].source");
  });

  test("all rows together are all prospects, and the working adds up", () => {
    const pair = fc.tuple(fc.constantFrom(null, "referral", "trade_fair"), fc.constantFrom(...candidateStages));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const { outcome, explanation } = convert(pairs);
        const rows = [...outcome.sources, outcome.unattributed];
        expect(rows.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(pairs.length);
        for (const { recorded, signed, rejected, withdrawn, open } of rows) expect(signed + rejected + withdrawn + open).toBe(recorded);
        expect(checkExplanation(explanation)).toStrictEqual([]);
      }),
      { seed: 20240101 },
    );
  });

  test("is said in both languages and survives JSON", () => {
    const answer = convert(
      [
        ["trade_fair", "signed"],
        [null, "signed"],
      ],
      ["advertising"],
    );
    expectWords(answer.explanation);
    expect(lines(answer.explanation, "zh")).toContain("广告：记录在案 0 家，签约 0 家，无转化率：接触总数未知");
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => convert([["referral", "gone" as never]]))).toBe("kernel.not_a_choice at facts.prospects[0].stage");
    expect(faultAt(() => convert([], ["hearsay"]))).toBe("kernel.not_a_choice at facts.uncounted[0]");
    expect(faultAt(() => convert([], undefined, { ...policy, places: -1 }))).toBe("kernel.not_a_count at policy.places");
    const twice = { id: "P-1", stage: "signed" } as const;
    expect(faultAt(() => computeSourceConversion({ prospects: [twice, twice] }, policy))).toBe(
      "kernel.named_twice at facts.prospects[1].id",
    );
  });
});
