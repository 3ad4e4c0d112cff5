import type { Catalogue } from "../kernel/message.js";

/** Words of tier tables that cannot be used. @internal */
export const tierFaultMessages = {
  "engine.tier_none": { en: "Cannot use the tier table: it has no row", zh: "无法使用该阶梯表：没有任何一行" },
  "engine.tier_too_many": { en: "Cannot use the tier table: it has more than {most} rows", zh: "无法使用该阶梯表：超过 {most} 行" },
  "engine.tier_first_not_zero": {
    en: "Cannot use the tier table: its first row begins at {from}; write a row from 0, with rate 0 where nothing is paid",
    zh: "无法使用该阶梯表：首行从 {from} 开始；请写一行从 0 开始，不付返利处写比率 0",
  },
  "engine.tier_negative": {
    en: "Cannot use row {row} of the tier table: it begins below 0, at {from}",
    zh: "无法使用阶梯表第 {row} 行：起点 {from} 小于 0",
  },
  "engine.tier_not_increasing": {
    en: "Cannot use row {row} of the tier table: {from} is not above {before}",
    zh: "无法使用阶梯表第 {row} 行：{from} 不大于 {before}",
  },
  "engine.tier_gap": {
    en: "Cannot use row {row} of the tier table: it ends at {to} and the next begins at {next}, so values between them have no row",
    zh: "无法使用阶梯表第 {row} 行：该行止于 {to}，下一行始于 {next}，其间的数值无行可依",
  },
  "engine.tier_overlap": {
    en: "Cannot use row {row} of the tier table: it ends at {to} and the next begins before that, at {next}",
    zh: "无法使用阶梯表第 {row} 行：该行止于 {to}，下一行却更早始于 {next}",
  },
  "engine.tier_unit_mixed": {
    en: "Cannot use row {row} of the tier table: it is written in {got}, the table in {want}",
    zh: "无法使用阶梯表第 {row} 行：该行单位为 {got}，阶梯表单位为 {want}",
  },
  "engine.tier_pay_missing": {
    en: "Cannot use row {row} of the tier table: the method {method:engine.tier_method} needs its {field}",
    zh: "无法使用阶梯表第 {row} 行：计算方法“{method:engine.tier_method}”需要 {field}",
  },
  "engine.tier_pay_unused": {
    en: "Cannot use row {row} of the tier table: the method {method:engine.tier_method} does not read its {field}",
    zh: "无法使用阶梯表第 {row} 行：计算方法“{method:engine.tier_method}”不使用 {field}",
  },
  "engine.tier_coefficients": {
    en: "Cannot use row {row} of the tier table: a curve has 1 to {most} coefficients, this one {got}",
    zh: "无法使用阶梯表第 {row} 行：曲线须有 1 至 {most} 个系数，此处有 {got} 个",
  },
  "engine.tier_curve_unused": {
    en: "Cannot use the tier table: the method {method:engine.tier_method} draws no curve",
    zh: "无法使用该阶梯表：计算方法“{method:engine.tier_method}”不使用曲线",
  },
  "engine.tier_open_end": {
    en: "Cannot use row {row} of the tier table: an interpolated table needs an end of its last row",
    zh: "无法使用阶梯表第 {row} 行：插值阶梯表的末行须写明终点",
  },
  "engine.tier_size": { en: "Cannot use a package of {got}: its size must be above 0", zh: "无法使用规格 {got}：每包数量须大于 0" },
  "engine.tier_method.graduated": { en: "graduated", zh: "超额累进" },
  "engine.tier_method.retroactive": { en: "retroactive", zh: "全额追溯" },
  "engine.tier_method.rolling_sum": { en: "sum of capped tiers", zh: "各档封顶累加" },
  "engine.tier_method.total_sum": { en: "sum of full-value tiers", zh: "各档全额累加" },
  "engine.tier_method.interpolated": { en: "interpolated", zh: "档内插值" },
  "engine.tier_method.lump_sum": { en: "lump sum of the tier reached", zh: "达档定额" },
  "engine.tier_method.lump_sum_each": { en: "lump sum of every tier reached", zh: "逐档定额" },
  "engine.tier_method.pay_to_first": { en: "graduated, back to the first unit where marked", zh: "累进且标记档追溯首件" },
  "engine.tier_method.excess_only": { en: "excess only", zh: "仅计超额部分" },
  "engine.tier_method.polynomial": { en: "by a curve", zh: "曲线计酬" },
  "engine.tier_method.package": { en: "per package", zh: "按包计" },
} as const satisfies Catalogue;

/** Words of what tier tables pay. @internal */
export const tierMessages = {
  // a unit that is no unit of the host's, but says what kind of figure stands before it
  "engine.tier_unit.ratio": { en: "(ratio)", zh: "（比率）" },
  "engine.tiers": {
    en: "{method:engine.tier_method}: {qualifier} {unit:engine.tier_unit} is in tier {tier}, worth {amount}",
    zh: "{method:engine.tier_method}：{qualifier} {unit:engine.tier_unit} 位于第 {tier} 档，计 {amount}",
  },
  "engine.tiers_on_measure": {
    en: "{method:engine.tier_method}: {qualifier} {unit:engine.tier_unit} is in tier {tier}, paid on {measure}, worth {amount}",
    zh: "{method:engine.tier_method}：{qualifier} {unit:engine.tier_unit} 位于第 {tier} 档，以 {measure} 为计酬基数，计 {amount}",
  },
  "engine.tiers_not_reached": {
    en: "{qualifier} {unit:engine.tier_unit} reaches no tier, worth {amount}",
    zh: "{qualifier} {unit:engine.tier_unit} 未达任何一档，计 {amount}",
  },
  "engine.tier_slice": {
    en: "Tier {tier} from {from}: {part} at {rate} is {amount}",
    zh: "第 {tier} 档自 {from} 起：{part} × {rate} = {amount}",
  },
  "engine.tier_lump": { en: "Tier {tier} from {from}: {amount}", zh: "第 {tier} 档自 {from} 起：定额 {amount}" },
  "engine.tier_share": {
    en: "Tier {tier} from {from} to {to}: {part} of {width} covered, {amount} of {whole}",
    zh: "第 {tier} 档自 {from} 至 {to}：完成 {part} / {width}，计 {whole} 中的 {amount}",
  },
  "engine.tier_share_rate": {
    en: "Tier {tier} from {from} to {to}: {part} of {width} covered, {rate} of {whole}",
    zh: "第 {tier} 档自 {from} 至 {to}：完成 {part} / {width}，计 {whole} 中的 {rate}",
  },
  "engine.tier_blended": { en: "Blended rate {rate} on {measure} is {amount}", zh: "综合比率 {rate} × {measure} = {amount}" },
  "engine.tier_constant": { en: "Tier {tier} from {from}: constant {amount}", zh: "第 {tier} 档自 {from} 起：常数项 {amount}" },
  "engine.tier_term": {
    en: "Tier {tier} from {from}: {coefficient} × {value} to the power of {power} is {amount}",
    zh: "第 {tier} 档自 {from} 起：{coefficient} × {value} 的 {power} 次方 = {amount}",
  },
  "engine.tier_curve_rate": {
    en: "Rate {rate} of the curve on {measure} is {amount}",
    zh: "曲线比率 {rate} × {measure} = {amount}",
  },
  "engine.tier_constant_rate": { en: "Tier {tier} from {from}: constant {rate}", zh: "第 {tier} 档自 {from} 起：常数项 {rate}" },
  "engine.tier_term_rate": {
    en: "Tier {tier} from {from}: {coefficient} × {value} to the power of {power} is {rate}",
    zh: "第 {tier} 档自 {from} 起：{coefficient} × {value} 的 {power} 次方 = {rate}",
  },
  "engine.tier_packages": { en: "{count} packages of {size} at {each} are {amount}", zh: "{count} 包（每包 {size}）× {each} = {amount}" },
} as const satisfies Catalogue;
