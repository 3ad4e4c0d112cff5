import * as entities from "qudao/entities";
import { type EnumerationName, entityMessages, enumerations } from "qudao/entities";
import type { Words } from "qudao/kernel";
import { describe, expect, test } from "vitest";

describe("the words of the trade", () => {
  test.each<[ids: string, name: EnumerationName, values: readonly string[]]>([
    ["S08-08", "participant_kind", ["direct_sales", "agent", "distributor", "e_commerce_platform"]],
    ["S03-15 S19-40", "participant_kind", ["trial_distributor", "distributor"]],
    ["S03-25 S03-29 S03-31", "participant_kind", ["system_integrator", "contractor", "industry_customer"]],
    ["S11-08 S17-03", "participant_kind", ["retailer", "own_store", "e_commerce_platform", "social_media"]],
    ["S19-104", "business_type", ["trading_company"]],
    ["S19-104", "supporting_capability", ["technical_support", "warehousing", "delivery"]],
    ["S01-08", "training_topic", ["product_knowledge", "sales_skills", "market_insight"]],
    ["S07-08", "training_topic", ["product_knowledge", "sales_skills", "management_knowledge"]],
    ["S08-14 S08-15", "training_topic", ["sales_strategy", "after_sales", "market_intelligence"]],
    ["S11-10 S17-11 S18-12", "training_topic", ["marketing", "market_promotion", "marketing_strategy"]],
    ["S19-84 S19-85", "evidence_kind", ["tax_registration", "business_registration", "unified_business_licence", "bank_account"]],
    ["S17-04", "staff_role", ["sales_staff", "marketing_staff", "customer_service_staff"]],
  ])("%s: %s holds %j", (_, name, values) => {
    expect(enumerations[name]).toStrictEqual(expect.arrayContaining([...values]));
  });

  test.each<[ids: string, name: EnumerationName, values: readonly string[]]>([
    ["S08-16", "training_format", ["course", "online", "seminar"]],
    [
      "S10-03 S10-08",
      "outreach_activity",
      ["area_leafleting", "fixed_roadshow", "telemarketing", "market_linkage", "e_commerce", "key_account"],
    ],
    ["S16-05", "project_phase", ["initiation", "planning", "execution", "monitoring", "closing"]],
  ])("%s: %s is exactly %j", (_, name, values) => {
    expect(enumerations[name]).toStrictEqual(values);
  });
});

describe("enumerations", () => {
  test("hold every list that is exported, under one name each", () => {
    const lists = Object.values(entities).filter((exported) => Array.isArray(exported));
    expect(new Set(Object.values(enumerations))).toStrictEqual(new Set(lists));
    expect(Object.values(enumerations).length).toBe(lists.length);
  });

  test.each(Object.entries(enumerations))("%s: values differ, and each has words of its own in both languages", (name, values) => {
    expect(new Set(values).size).toBe(values.length);
    const words = values.map((value) => (entityMessages as { readonly [code: string]: unknown })[`entities.${name}.${value}`] as Words);
    expect(new Set(words.map(({ en }) => en)).size).toBe(values.length);
    expect(new Set(words.map(({ zh }) => zh)).size).toBe(values.length);
    for (const { zh } of words) expect(zh).toMatch(/\p{Script=Han}/u);
  });

  test("leave no word without a value", () => {
    const codes = Object.entries(enumerations).flatMap(([name, values]) => values.map((value) => `entities.${name}.${value}`));
    const words = Object.keys(entityMessages).filter((code) => code.split(".").length === 3);
    expect(words.sort()).toStrictEqual(codes.sort());
  });
});
