/**
 * Programmes and histories drawn at random, many and cheaply: over every window, qualifier, method, limit and policy that can be combined. A drawn
 * programme that the library calls faulty is drawn again.
 */
import { tierCurves } from "qudao/engine";
import type { SaleLine } from "qudao/entities";
import {
  type AgreementDays,
  type AgreementWindow,
  checkProgramme,
  type IncentiveProgramme,
  type LineScope,
  listProgrammeWindows,
  type ProgrammeMeasure,
  type ProgrammeWindow,
  type Qualifier,
  type StackingGroup,
  stackingModes,
} from "qudao/incentives";
import { listPeriods, type PeriodRule, remainderOrders } from "qudao/kernel";
import type { AccumulatorMember, AccumulatorPolicy, SettlementFacts } from "qudao/settlement";

/** Mulberry32: small, and the same on every machine. */
export function draws(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number): number => next() % n;
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const maybe = <T>(part: number, make: () => T): T | undefined => (below(100) < part ? make() : undefined);
  const cents = (least: number, most: number): string => ((least + below(most - least + 1)) / 100).toFixed(2);
  return { below, one, maybe, cents };
}

export type Draws = ReturnType<typeof draws>;

const windows: readonly PeriodRule[] = [
  { kind: "calendar", unit: "month" },
  { kind: "calendar", unit: "quarter" },
  { kind: "calendar", unit: "quarter" },
  { kind: "calendar", unit: "half_year" },
  { kind: "calendar", unit: "year" },
  { kind: "calendar", unit: "week" },
  { kind: "fiscal", unit: "quarter", yearStarts: "02-06", label: "start_year" },
  { kind: "fiscal", unit: "half_year", yearStarts: "07-01", label: "end_year" },
  { kind: "fiscal", unit: "month", yearStarts: "04-28", label: "start_year" },
  { kind: "every_weeks", weeks: 4, anchor: "2023-05-03" },
  { kind: "every_weeks", weeks: 13, anchor: "2025-03-09" },
  { kind: "every_weeks", weeks: 5, anchor: "2024-01-01" },
  { kind: "rolling", length: { months: 3 }, step: "month" },
  { kind: "rolling", length: { months: 12 }, step: "quarter" },
  { kind: "rolling", length: { days: 45 }, step: "month" },
  { kind: "rolling", length: { days: 28 }, step: "week" },
  {
    kind: "custom",
    periods: [
      { id: "spring-23", start: "2023-03-01", end: "2023-06-01" },
      { id: "autumn-23", start: "2023-09-01", end: "2023-12-01" },
      { id: "spring-24", start: "2024-03-01", end: "2024-06-16", priorId: "spring-23" },
      { id: "autumn-24", start: "2024-08-20", end: "2024-12-01", priorId: "autumn-23" },
    ],
  },
  { kind: "whole" },
];

export const ownWindows: readonly AgreementWindow[] = [
  { kind: "agreement" },
  { kind: "agreement", every: { months: 1 } },
  { kind: "agreement", every: { months: 3 } },
  { kind: "agreement", every: { months: 5 } },
  { kind: "agreement", every: { months: 12 } },
  { kind: "agreement", every: { weeks: 4 } },
  { kind: "agreement", every: { weeks: 5 } },
];

export function randomAgreement(draw: Draws): AgreementDays {
  const starts = [
    "2019-12-31",
    "2022-08-30",
    "2023-01-31",
    "2023-11-15",
    "2024-01-01",
    "2024-02-29",
    "2024-05-20",
    "2024-12-31",
    "2025-03-01",
  ];
  const start = draw.one(starts);
  const end = draw.one(["2024-01-01", "2024-03-31", "2024-06-11", "2024-10-02", undefined, undefined, undefined]);
  return end === undefined || end <= start ? { start } : { start, end };
}

/** Agents and distributors, gold and silver; every fifth one is above the four that follow. */
export function memberAt(m: number): AccumulatorMember {
  return {
    id: `M${m}`,
    kind: m % 3 === 0 ? "agent" : "distributor",
    memberClass: m % 2 === 0 ? "gold" : "silver",
    ...(m % 5 === 0 ? {} : { uplineId: `M${m - (m % 5)}` }),
  };
}

/** What a set of programmes that hang on each other may have in common. */
const commonWindows = windows.filter((one) => one.kind !== "rolling" || one.step !== "week");

const terms = [
  { start: "2024-01-01", end: "2025-01-01" },
  { start: "2024-01-01", end: "2025-01-01" },
  { start: "2024-02-10", end: "2024-11-20" },
  { start: "2023-07-01", end: "2024-07-01" },
  { start: "2024-04-01", end: "2024-07-01" },
];

const scopes: readonly LineScope[] = [
  {},
  {},
  { include: { productIds: ["P1"] } },
  { include: { brandIds: ["B1"] } },
  { include: { attributes: { project: ["metro", "port"] } } },
  { exclude: { attributes: { project: ["port"] } } },
  { include: { categoryIds: ["C1"] }, exclude: { productIds: ["P2"] } },
  { include: { territoryIds: ["T1", "T2"] }, exclude: { territoryIds: ["T2"] } },
];

const methods = [
  "graduated",
  "retroactive",
  "rolling_sum",
  "total_sum",
  "interpolated",
  "lump_sum",
  "lump_sum_each",
  "pay_to_first",
  "excess_only",
  "polynomial",
  "package",
] as const;

function measureOf(draw: Draws, i: number): ProgrammeMeasure {
  const of = draw.one(["amount", "gross", "quantity", "quantity", "margin", "margin_floored", "lines"] as const);
  const scope = draw.one(scopes);
  const converts = of === "quantity" && draw.below(2) === 0;
  const perUnit = draw.one([{ P1: "0.75", P2: "1.5", P3: "12" }, { P1: "2" }]);
  const isMoney = of === "amount" || of === "gross";
  const rounding = { decimals: 2, mode: "half_up" } as const;
  return {
    name: `m${i}`,
    of,
    scope,
    unit: "piece",
    perUnit: converts ? perUnit : undefined,
    taxRate: isMoney ? draw.maybe(40, () => draw.one(["0", "0.06", "0.13"])) : undefined,
    lineTax: isMoney ? draw.maybe(50, () => draw.one([{ kind: "put_on" }, { kind: "taken_off", rounding }] as const)) : undefined,
    cashDiscount: of === "amount" || of.startsWith("margin") ? draw.maybe(30, () => "taken_off" as const) : undefined,
  };
}

function qualifierOf(draw: Draws): Qualifier {
  const kind = draw.one([
    "amount",
    "amount",
    "quantity",
    "growth_amount",
    "growth_rate",
    "attainment",
    "measure",
    "share",
    "given",
  ] as const);
  switch (kind) {
    case "amount":
      return { kind };
    case "attainment":
      return draw.one([
        { kind },
        { kind, of: "amount" },
        { kind, of: "quantity", unit: "piece" },
        { kind, of: { measure: "m0" } },
      ] as const);
    case "quantity":
      return { kind, unit: "piece" };
    case "measure":
      return { kind, measure: "m0" };
    case "share":
      return { kind, measure: "m0", of: draw.one(["m0", "m1"]) };
    case "given":
      return { kind, fact: "score", unit: "points" };
    default:
      return {
        kind,
        of: draw.one(["amount", "quantity", { measure: "m0" }, { measure: "m1" }] as const),
        unit: "piece",
        baseline: draw.one([
          "prior_year",
          { kind: "fixed", value: draw.one(["0", "7.5", "400"]) },
          { kind: "rolling", windows: 1 + draw.below(4), rounding: { decimals: 2, mode: "half_up" } },
          {
            kind: "mixed",
            years: [
              { back: 1, weight: "0.6" },
              { back: 2, weight: "0.4" },
            ],
          },
        ] as const),
        zeroBaseline: draw.one([
          { kind: "not_eligible" },
          { kind: "treat_as_rate", rate: "0.3" },
          { kind: "pay_on_full_volume" },
          { kind: "floor_baseline", baseline: "50" },
        ] as const),
      };
  }
}

function unitOf(qualifier: Qualifier, measures: readonly ProgrammeMeasure[]): string {
  const ofMeasure = (name: string) => {
    const of = measures.find((one) => one.name === name)?.of;
    return of === "quantity" ? "piece" : of === "lines" ? "lines" : "CNY";
  };
  switch (qualifier.kind) {
    case "quantity":
      return "piece";
    case "given":
      return "points";
    case "attainment":
    case "share":
    case "growth_rate":
      return "ratio";
    case "growth_amount":
      if (typeof qualifier.of === "object") return ofMeasure(qualifier.of.measure);
      return qualifier.of === "quantity" ? "piece" : "CNY";
    case "measure":
      return ofMeasure(qualifier.measure);
    default:
      return "CNY";
  }
}

function scheduleOf(draw: Draws, unit: string): IncentiveProgramme["schedule"] {
  const method = draw.one(methods);
  if (method === "package") {
    return {
      method,
      unit,
      size: draw.one(["1", "2.5", "100"]),
      amount: draw.cents(0, 900),
      count: draw.one(["complete", "started"]),
    } as never;
  }
  const sizes = unit === "ratio" ? ["0.4", "1"] : unit === "CNY" ? ["150", "900.5"] : ["3", "8"];
  const starts = [method === "excess_only" ? draw.one(["0", "1"]) : "0", ...sizes.slice(0, draw.below(3))];
  const paysMoney = method === "lump_sum" || method === "lump_sum_each" || (method === "interpolated" && draw.below(2) === 0);
  const addsAmount = (method === "graduated" || method === "excess_only" || method === "retroactive") && draw.below(4) === 0;
  const tiers = starts.map((from, i) => ({
    from,
    ...(method === "polynomial"
      ? { coefficients: Array.from({ length: 1 + draw.below(3) }, (_, power) => draw.one(CURVE[power] as readonly string[])) }
      : paysMoney
        ? { amount: draw.cents(0, 5000) }
        : { rate: draw.cents(0, 40), ...(addsAmount && draw.below(2) === 0 ? { amount: draw.cents(-900, 5000) } : {}) }),
    ...(method === "pay_to_first" && draw.below(2) === 0 ? { fromFirst: true as const } : {}),
    ...(method === "interpolated" && i === starts.length - 1 ? { to: unit === "ratio" ? "2" : "3000" } : {}),
  }));
  const curve = method === "polynomial" ? { curve: draw.one(tierCurves) } : {};
  return { method, unit, boundary: draw.one(["reaches", "exceeds"]), ...curve, tiers } as never;
}

/** The constant, and the coefficients of the value and of its square. */
const CURVE = [
  ["0", "12.5", "-3"],
  ["0", "0.02", "-0.01", "0.3"],
  ["0.0001", "-0.00002", "0.01"],
];

function limitOf(draw: Draws): IncentiveProgramme["limits"][number] {
  const kind = draw.one(["qualifier_cap", "payment_floor", "payment_cap", "refundable"] as const);
  if (kind === "qualifier_cap") return { kind, value: draw.cents(0, 150_000) };
  if (kind === "payment_floor") return { kind, amount: draw.cents(-5000, 5000), ...(draw.below(3) === 0 ? { whereReached: true } : {}) };
  const amount = draw.cents(0, 9000);
  return kind === "refundable" ? { kind: "payment_cap", amount, refundable: true } : { kind, amount };
}

const gate = (draw: Draws, fact: string) => ({
  code: `host.${fact}`,
  kind: "min" as const,
  fact,
  min: draw.cents(-20_000, 90_000),
  title: { en: `enough ${fact}`, zh: `${fact} 达标` },
});

function drawProgramme(draw: Draws, id: string): IncentiveProgramme {
  const measures = [measureOf(draw, 0), measureOf(draw, 1)];
  const qualifier = qualifierOf(draw);
  const schedule = scheduleOf(draw, unitOf(qualifier, measures));
  const grows = qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate";
  const payOn = draw.one(["qualifier", "qualifier", "amount", "quantity", grows ? "growth_amount" : "amount", { measure: "m1" }] as const);
  const fixed =
    ["package", "lump_sum", "lump_sum_each"].includes(schedule.method) || ("tiers" in schedule && "amount" in (schedule.tiers[0] ?? {}));
  return {
    id,
    version: "1",
    titles: { en: id, zh: id },
    currency: "CNY",
    effective: draw.one(terms),
    publishedOn: draw.maybe(15, () => draw.one(["2023-11-01", "2024-02-15", "2024-05-20"] as const)),
    earner: draw.one([
      {},
      {},
      { memberClasses: ["gold"] },
      { kinds: ["agent"] },
      { uplineOfSeller: true },
      { jointly: true },
      { jointly: true, groupIds: ["g0", "g1"] },
    ] as const),
    scope: draw.one(scopes),
    window: draw.one(windows),
    qualifier,
    payOn: fixed ? "qualifier" : payOn,
    schedule,
    limits: Array.from({ length: draw.below(3) }, () => limitOf(draw)),
    rounding: { decimals: 2, mode: "half_up" },
    measures,
    gates: draw.maybe(30, () => [gate(draw, draw.one(["amount", "quantity", "m0"])), gate(draw, "score")].slice(draw.below(2))),
    trigger: draw.maybe(20, () => draw.one(["paid", "received"] as const)),
    returns: draw.maybe(70, () => draw.one(["deduct", "restate", "ignore"] as const)),
    negative: draw.maybe(50, () => draw.one(["clamp_zero", "carry_forward", "recover"] as const)),
  };
}

export function randomProgramme(draw: Draws, id: string): IncentiveProgramme {
  for (;;) {
    const programme = drawProgramme(draw, id);
    if (isSound(programme)) return programme;
  }
}

function isSound(programme: IncentiveProgramme): boolean {
  const { window, qualifier } = programme;
  // weeks are compared by their number, which a second reading would have to copy
  const byWeek = (window.kind === "calendar" && window.unit === "week") || (window.kind === "rolling" && window.step === "week");
  return !(byWeek && "baseline" in qualifier) && checkProgramme(programme).length === 0;
}

/** What each member has to reach in every window: in money or in units, as each programme reads it. */
export function quotasOf(
  programmes: readonly IncentiveProgramme[],
  members: readonly AccumulatorMember[],
  quotaOf: (member: number) => string | undefined,
): Pick<SettlementFacts, "quotas" | "unitQuotas"> {
  const rows = programmes.flatMap((programme) => {
    const { id, window, effective, qualifier, measures = [] } = programme;
    if (qualifier.kind !== "attainment") return [];
    const { of } = qualifier;
    const figure = typeof of === "object" ? measures.find(({ name }) => name === of.measure)?.of : of;
    const unit = figure === "quantity" ? "piece" : figure === "lines" ? "lines" : undefined;
    const shared = window.kind === "agreement" ? undefined : listPeriods(window, effective);
    return members.flatMap(({ id: memberId, agreement }, m) => {
      const value = quotaOf(m);
      if (value === undefined || (shared === undefined && agreement === undefined)) return [];
      const periods = shared ?? listProgrammeWindows({ agreement }, programme);
      return periods.map((period) => ({ memberId, programmeId: id, periodId: period.id, value, unit }));
    });
  });
  // versions of one programme may share a window
  const places = rows.map(({ memberId, programmeId, periodId, unit }) => `${memberId} ${programmeId} ${periodId} ${unit}`);
  const once = rows.filter((_, i) => places.indexOf(places[i] as string) === i);
  return {
    quotas: once.flatMap(({ value, unit, ...row }) => (unit === undefined ? [{ ...row, amount: { amount: value, currency: "CNY" } }] : [])),
    unitQuotas: once.flatMap(({ value, unit, ...row }) => (unit === undefined ? [] : [{ ...row, quantity: { value, unit } }])),
  };
}

export function randomLine(draw: Draws, id: string, memberId: string): SaleLine {
  const date = () => {
    const day = String(1 + draw.below(28)).padStart(2, "0");
    return draw.below(3) === 0
      ? draw.one(["2024-01-01", "2024-03-31", "2024-04-01", "2024-02-29", "2024-12-31", "2023-06-30", "2024-02-09", "2024-02-10"])
      : `${2021 + Math.min(3, 1 + draw.below(9))}-${String(1 + draw.below(12)).padStart(2, "0")}-${day}`;
  };
  const kind = draw.below(4) === 0 ? ("return" as const) : ("sale" as const);
  const amount = draw.cents(0, 60_000);
  return {
    id,
    memberId,
    productId: draw.one(["P1", "P1", "P2", "P3"]),
    date: date(),
    quantity: draw.below(6) === 0 ? draw.one(["0.5", "2.25"]) : draw.below(9),
    amount,
    kind,
    categoryId: draw.maybe(80, () => draw.one(["C1", "C2"])),
    brandId: draw.maybe(70, () => draw.one(["B1", "B2"])),
    territoryId: draw.maybe(70, () => draw.one(["T1", "T2", "T3"])),
    attributes: draw.maybe(40, () => ({ project: draw.one(["metro", "port", "mall"]) })),
    event: draw.maybe(25, () => draw.one(["ordered", "paid", "received"] as const)),
    originDate: kind === "return" ? draw.maybe(60, date) : undefined,
    unitPrice: draw.maybe(93, () => draw.cents(1, 9000)),
    cost: draw.maybe(93, () => draw.cents(0, 50_000)),
    taxRate: draw.maybe(90, () => draw.one(["0", "0.06", "0.09", "0.13"])),
    cashDiscount: draw.maybe(95, () => draw.one(["0", "0.00", amount, (Math.floor(Number(amount) * 2) / 100).toFixed(2)])),
  };
}

/** Up to eleven lines of each member. */
export function randomLines(draw: Draws, members: readonly AccumulatorMember[]): readonly SaleLine[] {
  return members.flatMap(({ id }, m) => Array.from({ length: draw.below(12) }, (_, i) => randomLine(draw, `${m}-${i}`, id)));
}

/** Terms over several earnings, each of them now and then; a programme in goods has none. */
function withTerms(draw: Draws, programme: IncentiveProgramme): IncentiveProgramme {
  if (draw.below(5) === 0) {
    const goods = { productId: draw.one(["P1", "gift"]), unit: "piece" };
    return { ...programme, goods, rounding: draw.one([{ decimals: 0, mode: "floor" }, programme.rounding] as const) };
  }
  const cap = (id: string, per: "member" | "programme") => ({
    id,
    per,
    most: draw.below(4) === 0 ? "7.505" : draw.cents(0, per === "member" ? 12_000 : 40_000),
    above: draw.one(["kept", "kept", "forfeited"] as const),
  });
  const caps = [cap("all", "programme"), cap("own", "member"), cap("more", "member")].filter(() => draw.below(3) === 0);
  return {
    ...programme,
    caps: caps.length === 0 ? undefined : caps,
    guarantee: draw.maybe(30, () => ({
      amount: draw.below(5) === 0 ? "0" : draw.cents(0, 6000),
      basis: draw.one(["each_period", "cumulative"] as const),
      paidAt: draw.one(["start", "end"] as const),
      prorateBy: "days" as const,
    })),
    budget: draw.maybe(35, () => ({
      amount: draw.below(4) === 0 ? "33.335" : draw.cents(0, 90_000),
      how: draw.one(["pro_rata", "first_come"] as const),
      remainder: draw.one(remainderOrders),
      alertAt: "0.8",
    })),
  };
}

/** Now and then the most that one sale pays. */
function withSaleCaps(draw: Draws, programme: IncentiveProgramme): IncentiveProgramme {
  const { caps = [], goods } = programme;
  if (goods !== undefined) return programme;
  const sale = (id: string, saleBy: string | undefined) =>
    ({ id, per: "sale", most: draw.cents(0, 3000), above: "forfeited", ...(saleBy === undefined ? {} : { saleBy }) }) as const;
  const drawn = [sale("order", "project"), sale("line", undefined)].filter(() => draw.below(2) === 0);
  return drawn.length === 0 ? programme : { ...programme, caps: [...caps, ...drawn] };
}

/** The programme, or two versions of it: each on days of its own, and now and then in force only from a day within a window. */
function versionsOf(draw: Draws, programme: IncentiveProgramme): readonly IncentiveProgramme[] {
  const { start, end } = programme.effective;
  const change = draw.one(["2024-04-01", "2024-05-17"]);
  if (draw.below(3) > 0 || change <= start || change >= end) return [programme];
  const later = draw.below(2) === 0 ? programme : randomProgramme(draw, programme.id);
  const { window, earner, returns, stacking, goods, rounding } = programme;
  const second = { ...withTerms(draw, { ...later, goods: undefined }), window, earner, returns, stacking };
  return [
    { ...programme, effective: { start, end: change } },
    { ...second, ...(goods === undefined ? { goods, rounding } : {}), version: "2", effective: { start: change, end } },
  ];
}

/**
 * Programmes that are settled together: some in two versions, some in goods, with guarantees, caps and budgets; where they are stacked, in up to
 * three groups that may reduce and exclude each other. Programmes that hang on each other have one window, of those that are given, and treat returns alike.
 */
export function randomSet(
  draw: Draws,
  count: number,
  choice: readonly ProgrammeWindow[] = commonWindows,
): Pick<AccumulatorPolicy, "programmes" | "stacking"> {
  const isStacked = draw.below(3) > 0;
  const window = draw.one(choice);
  const returns = draw.maybe(70, () => draw.one(["deduct", "restate", "ignore"] as const));
  const groups = ["A", "B", "C"].slice(0, 1 + draw.below(3));
  const stacking = groups.map((id, i): StackingGroup => {
    const earlier = groups.slice(0, i).filter(() => draw.below(3) === 0);
    const later = groups.slice(i + 1).filter(() => draw.below(3) === 0);
    return { id, priority: i + 1, combine: draw.one(stackingModes), reducedBy: earlier, excludes: later };
  });
  const place = (i: number): readonly IncentiveProgramme[] => {
    for (;;) {
      const programme = withTerms(draw, randomProgramme(draw, `p${i}`));
      const placed = { ...programme, stacking: { groupId: draw.one(groups), priority: i + 1 } };
      // most read the same lines, so that there is something to share
      const shared = { ...placed, window, returns, ...(draw.below(4) === 0 ? {} : { trigger: undefined, gates: undefined }) };
      const tied = draw.below(8) === 0 ? placed : shared;
      const apart = choice === commonWindows ? programme : { ...programme, window };
      const drawn = versionsOf(draw, isStacked ? tied : apart).map((one) => withSaleCaps(draw, one));
      if (drawn.every(isSound)) return drawn;
    }
  };
  const programmes = Array.from({ length: count }, (_, i) => place(i)).flat();
  return { programmes: draw.below(2) === 0 ? programmes : [...programmes].reverse(), stacking: isStacked ? stacking : undefined };
}
