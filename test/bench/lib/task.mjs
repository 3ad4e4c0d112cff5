// The work that every variant does: fold sale lines to net amount and units per member and window, then pay by a tier table with a cap.
//
// Rules of the task. A line of kind "return" counts negatively. A quarter or year is that of `date`. A value equal to a threshold is in
// the upper row; a net below 0 reaches no row. The rebate is the tier amount, at most the cap, rounded half up to the cent once.
// A programme pays every member that is in its scope; a scope that names nothing takes in everything.

const rates = (method, ...rows) => ({
  method,
  unit: "CNY",
  boundary: "reaches",
  tiers: rows.map(([from, pays]) => (method === "lump_sum" ? { from, amount: pays } : { from, rate: pays })),
});

const programme = (id, window, scope, schedule, cap) => ({ id, window, scope, schedule, cap });
const quarterly = rates("graduated", ["0", "0"], ["500000", "0.01"], ["1000000", "0.018"], ["2000000", "0.025"]);
const step = rates("retroactive", ["0", "0"], ["400000", "0.005"], ["1200000", "0.0125"], ["3000000", "0.02"]);
const yearly = rates("graduated", ["0", "0"], ["1000000", "0.0075"], ["4000000", "0.015"], ["9000000", "0.0225"]);
const small = rates("graduated", ["0", "0"], ["80000", "0.01"], ["200000", "0.018"], ["600000", "0.025"]);
const smallStep = rates("retroactive", ["0", "0"], ["100000", "0.005"], ["400000", "0.0125"], ["1500000", "0.02"]);
const bonus = rates("lump_sum", ["0", "0"], ["2000000", "8000"], ["5000000", "30000"], ["12000000", "90000"]);

/**
 * One programme over everything.
 * @typedef {{ id: string, window: "quarter" | "year", scope: { categoryIds?: string[], territoryIds?: string[], memberClasses?: string[] },
 *   schedule: { method: "graduated" | "retroactive" | "lump_sum", unit: string, boundary: "reaches", tiers: { from: string, rate?: string, amount?: string }[] },
 *   cap: string }} Programme
 * @type {readonly Programme[]}
 */
export const one = [programme("all-quarter", "quarter", {}, quarterly, "60000")];

/** Ten programmes: three over everything, four by category, two by territory, one by member class. */
export const ten = [
  ...one,
  programme("all-quarter-step", "quarter", {}, step, "80000"),
  programme("all-year-bonus", "year", {}, bonus, "90000"),
  programme("pumps", "quarter", { categoryIds: ["C00", "C03", "C07"] }, small, "20000"),
  programme("valves", "year", { categoryIds: ["C01", "C02"] }, step, "50000"),
  programme("drives", "quarter", { categoryIds: ["C04", "C05", "C06", "C08"] }, smallStep, "30000"),
  programme("spares", "year", { categoryIds: ["C03", "C09", "C10", "C11"] }, yearly, "70000"),
  programme("north", "quarter", { territoryIds: range("T", 0, 14) }, quarterly, "40000"),
  programme("coast", "year", { territoryIds: range("T", 10, 24) }, step, "120000"),
  programme("gold", "year", { memberClasses: ["gold"] }, yearly, "150000"),
];

/** The programmes by the name of their task. */
export const tasks = { one, ten };

function range(letter, first, end) {
  return Array.from({ length: end - first }, (_, index) => letter + String(first + index).padStart(2, "0"));
}
