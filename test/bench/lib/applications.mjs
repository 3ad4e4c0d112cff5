// Applications for membership, and the fifteen criteria they are judged by: the same on every machine, and out of JSON.parse like facts
// that were read from a database or a queue.
import { createDraw } from "./draw.mjs";

/** The day of asking. */
export const asOf = "2024-06-30";

/**
 * The criteria, in the words of the library. Thresholds of money and ratios are decimal strings, as in an agreement.
 * @type {readonly ({ name: string, kind: string, fact: string } & Record<string, unknown>)[]}
 */
export const criteria = [
  { name: "capital", kind: "min", fact: "capital", min: "500000" },
  { name: "turnover", kind: "min", fact: "turnover", min: "2000000" },
  { name: "debt_ratio", kind: "max", fact: "debtRatio", max: "0.7" },
  { name: "outlets", kind: "min", fact: "outlets", min: "3" },
  { name: "salespeople", kind: "between", fact: "salespeople", min: "5", max: "60" },
  { name: "overdue_days", kind: "max", fact: "overdueDays", max: "30" },
  { name: "established", kind: "full_years", fact: "establishedOn", min: 3 },
  { name: "in_trade", kind: "full_years", fact: "inTradeSince", min: 1 },
  { name: "legal_form", kind: "one_of", fact: "legalForm", values: ["limited_company", "stock_company", "partnership"] },
  { name: "territory", kind: "one_of", fact: "territory", values: Array.from({ length: 24 }, (_, t) => `T${String(t).padStart(2, "0")}`) },
  { name: "credit_grade", kind: "none_of", fact: "creditGrade", values: ["D", "E"] },
  { name: "taxpayer", kind: "is_true", fact: "taxpayer" },
  { name: "own_warehouse", kind: "is_true", fact: "ownWarehouse" },
  { name: "licence", kind: "document_valid", fact: "documents", document: "business_licence" },
  { name: "authorization", kind: "document_valid", fact: "documents", document: "brand_authorization" },
];

/** A mask with a bit per criterion: set where it is met. */
export const allMet = (1 << criteria.length) - 1;

const legalForms = ["limited_company", "limited_company", "stock_company", "partnership", "sole_trader"];
const grades = ["A", "A", "B", "B", "B", "C", "C", "D", "E"];
const money = (cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
const day = (number) => new Date(Date.UTC(2024, 5, 30) + number * 86_400_000).toISOString().slice(0, 10);

/**
 * Draws applications. Two in a hundred lack a given fact: nobody can say of them whether that criterion is met.
 * @param {number} count How many.
 * @returns {object[]} The facts of each.
 */
export function drawApplications(count) {
  const draw = createDraw(20240630);
  const unlessMissing = (value) => (draw(100) < 2 ? null : value);
  const paper = (kind) => {
    const from = draw(1500);
    return { kind, validFrom: day(-from), validTo: draw(5) === 0 ? null : day(1100 - from) };
  };
  const text = [];
  for (let number = 1; number <= count; number++) {
    const documents = [paper("business_licence"), paper("bank_reference")];
    if (draw(10) > 0) documents.push(paper("brand_authorization"));
    const facts = {
      id: `A${number}`,
      capital: unlessMissing(money(20_000_000 + draw(200_000_000))),
      turnover: unlessMissing(money(50_000_000 + draw(900_000_000))),
      debtRatio: `0.${String(1 + draw(99)).padStart(2, "0")}`,
      outlets: draw(12),
      salespeople: 2 + draw(70),
      overdueDays: draw(45),
      establishedOn: unlessMissing(day(-300 - draw(4000))),
      inTradeSince: day(-100 - draw(3000)),
      legalForm: legalForms[draw(legalForms.length)],
      territory: `T${String(draw(30)).padStart(2, "0")}`,
      creditGrade: grades[draw(grades.length)],
      taxpayer: unlessMissing(draw(8) > 0),
      ownWarehouse: draw(3) > 0,
      documents,
    };
    text.push(JSON.stringify(facts));
  }
  return JSON.parse(`[${text.join(",")}]`);
}
