// The work that every variant does: fold sale lines to net amount and units per member, window and category, then pay by a tier table with a
// cap, on what was sold or on its growth over the quarter before.
//
// Rules of the task. A line of kind "return" counts negatively. A quarter or year is that of `date`. A value equal to a threshold is in
// the upper row; what is below 0 reaches no row. Growth is net less net of the quarter before, where one below 0, or none, is 0. The rebate
// is the tier amount, at most the cap, rounded half up to the cent once.
// A programme pays every member that is in its scope; a scope that names nothing takes in everything.

const rates = (method, ...rows) => ({
  method,
  unit: "CNY",
  boundary: "reaches",
  tiers: rows.map(([from, pays]) => (method === "lump_sum" ? { from, amount: pays } : { from, rate: pays })),
});

const programme = (id, window, scope, schedule, cap) => ({ id, window, scope, schedule, cap, growth: false });
const quarterly = rates("graduated", ["0", "0"], ["500000", "0.01"], ["1000000", "0.018"], ["2000000", "0.025"]);
const step = rates("retroactive", ["0", "0"], ["400000", "0.005"], ["1200000", "0.0125"], ["3000000", "0.02"]);
const yearly = rates("graduated", ["0", "0"], ["1000000", "0.0075"], ["4000000", "0.015"], ["9000000", "0.0225"]);
const small = rates("graduated", ["0", "0"], ["80000", "0.01"], ["200000", "0.018"], ["600000", "0.025"]);
const smallStep = rates("retroactive", ["0", "0"], ["100000", "0.005"], ["400000", "0.0125"], ["1500000", "0.02"]);
const increment = rates("graduated", ["0", "0.01"], ["50000", "0.02"], ["200000", "0.03"], ["800000", "0.04"]);
const bonus = rates("lump_sum", ["0", "0"], ["2000000", "8000"], ["5000000", "30000"], ["12000000", "90000"]);

/**
 * One programme: what a member sells in a quarter, spare parts left out.
 * @typedef {{ id: string, window: "quarter" | "year", scope: { categoryIds?: string[], territoryIds?: string[], memberClasses?: string[] },
 *   schedule: { method: "graduated" | "retroactive" | "lump_sum", unit: string, boundary: "reaches", tiers: { from: string, rate?: string, amount?: string }[] },
 *   cap: string, growth: boolean }} Programme `growth`: paid on growth over the quarter before, not on what was sold.
 * @type {readonly Programme[]}
 */
export const one = [programme("volume", "quarter", { categoryIds: range("C", 0, 11) }, quarterly, "60000")];

/** The same over everything: no category is looked at, the least there is to do. */
export const plain = [programme("all", "quarter", {}, quarterly, "60000")];

/** One programme on growth. */
export const growth = [{ ...programme("growth", "quarter", { categoryIds: range("C", 0, 11) }, increment, "60000"), growth: true }];

const pumps = ["C00", "C03", "C07"];
const valves = ["C01", "C02"];
const drives = ["C04", "C05", "C06", "C08"];
const spares = ["C03", "C09", "C10", "C11"];

/** Ten programmes as a manufacturer has them: one for everybody, and nine for some products and some members. */
export const ten = [
  ...one,
  programme("pumps-gold", "quarter", { categoryIds: pumps, memberClasses: ["gold"] }, small, "20000"),
  programme("pumps-silver", "quarter", { categoryIds: pumps, memberClasses: ["silver"] }, smallStep, "20000"),
  programme("valves-gold", "year", { categoryIds: valves, memberClasses: ["gold"] }, step, "50000"),
  programme("valves-standard", "year", { categoryIds: valves, memberClasses: ["standard"] }, yearly, "50000"),
  programme("drives-gold", "quarter", { categoryIds: drives, memberClasses: ["gold"] }, smallStep, "30000"),
  programme("drives-silver", "quarter", { categoryIds: drives, memberClasses: ["silver"] }, small, "30000"),
  programme("spares", "year", { categoryIds: spares, memberClasses: ["silver", "standard"] }, yearly, "70000"),
  programme("north", "quarter", { territoryIds: range("T", 0, 14) }, quarterly, "40000"),
  programme("coast", "year", { territoryIds: range("T", 10, 24), memberClasses: ["gold"] }, bonus, "120000"),
];

/** Ten that claim more: three over everything, four by category, two by territory, one by member class. A line counts for five of them. */
export const broad = [
  ...plain,
  programme("all-quarter-step", "quarter", {}, step, "80000"),
  programme("all-year-bonus", "year", {}, bonus, "90000"),
  programme("pumps", "quarter", { categoryIds: pumps }, small, "20000"),
  programme("valves", "year", { categoryIds: valves }, step, "50000"),
  programme("drives", "quarter", { categoryIds: drives }, smallStep, "30000"),
  programme("spares", "year", { categoryIds: spares }, yearly, "70000"),
  programme("north", "quarter", { territoryIds: range("T", 0, 14) }, quarterly, "40000"),
  programme("coast", "year", { territoryIds: range("T", 10, 24) }, step, "120000"),
  programme("gold", "year", { memberClasses: ["gold"] }, yearly, "150000"),
];

/** The programmes by the name of their task. */
export const tasks = { one, plain, growth, ten, broad };

function range(letter, first, end) {
  return Array.from({ length: end - first }, (_, index) => letter + String(first + index).padStart(2, "0"));
}
