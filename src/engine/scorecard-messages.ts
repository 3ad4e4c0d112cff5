import type { Catalogue } from "../kernel/message.js";

/** Words of scorecards. @internal */
export const scorecardMessages = {
  "engine.score": { en: "Score {score}, grade {grade} (scorecard {version})", zh: "得分 {score}，等级 {grade}（评分表 {version}）" },
  "engine.score_line.value": {
    en: "{criterion}: {points} of {full} points, weight {weight}, brings {score}",
    zh: "{criterion}：{points} 分（满分 {full}），权重 {weight}，计 {score}",
  },
  "engine.score_line.carried": {
    en: "{criterion}: {points} of {full} points from a value {agePeriods} periods old, weight {weight}, brings {score}",
    zh: "{criterion}：沿用 {agePeriods} 期前的数值，{points} 分（满分 {full}），权重 {weight}，计 {score}",
  },
  "engine.score_line.neutral": {
    en: "{criterion}: {fact} is missing, neutral {points} of {full} points, weight {weight}, brings {score}",
    zh: "{criterion}：缺少 {fact}，按中性 {points} 分（满分 {full}）计，权重 {weight}，计 {score}",
  },
  "engine.score_line.zero": {
    en: "{criterion}: {fact} is missing, {points} of {full} points, weight {weight}, brings {score}",
    zh: "{criterion}：缺少 {fact}，按 {points} 分（满分 {full}）计，权重 {weight}，计 {score}",
  },
  "engine.score_line.excluded": {
    en: "{criterion}: {fact} is missing, takes no part and brings {score}",
    zh: "{criterion}：缺少 {fact}，不参与评分，计 {score}",
  },
  "engine.score_rounding": { en: "Rounding: {score}", zh: "舍入：{score}" },
  "engine.knocked_out": {
    en: "Knocked out: {points} points, at least {below} are needed",
    zh: "一票否决：{points} 分，低于否决线 {below}",
  },
  "engine.score_none": { en: "No score (scorecard {version})", zh: "无法评分（评分表 {version}）" },
  "engine.score_negative": {
    en: "Cannot score {criterion}: {value} is below 0 and has no share of the best",
    zh: "无法为“{criterion}”评分：{value} 小于 0，不能与最优值相比",
  },
  "engine.score_lacking.no_data": {
    en: "No score: there is no data (scorecard {version})",
    zh: "无法评分：没有任何数据（评分表 {version}）",
  },
  "engine.score_lacking.coverage": {
    en: "No score: data cover {coverage} of the weights, {minimum} is needed (scorecard {version})",
    zh: "无法评分：数据覆盖权重的 {coverage}，要求 {minimum}（评分表 {version}）",
  },
  "engine.score_lacking.required": {
    en: "No score: a required fact is missing (scorecard {version})",
    zh: "无法评分：缺少必需的数据（评分表 {version}）",
  },
  "engine.score_missing": { en: "{criterion}: {fact} is missing", zh: "{criterion}：缺少 {fact}" },
  "engine.scale.points": { en: "{fact} is {value}: points by the row it is in", zh: "{fact} 为 {value}：按所在分档计分" },
  "engine.scale.linear": {
    en: "{fact} is {value}: nothing at {from}, full marks {full} at {to}",
    zh: "{fact} 为 {value}：{from} 计零分，{to} 计满分 {full}",
  },
  "engine.scale.relative": {
    en: "{fact} is {value}: the best is {best}, worth {full}",
    zh: "{fact} 为 {value}：最优值为 {best}，计满分 {full}",
  },
  "engine.scale.deduction": {
    en: "{fact} is {value}: the target is {target}, {deduct} off for every {step}",
    zh: "{fact} 为 {value}：目标 {target}，每差 {step} 扣 {deduct} 分",
  },
  "engine.scale.yes_no": { en: "{fact}: {value}", zh: "{fact}：{value}" },
  "engine.scale.direct": { en: "{fact} is {value} of {full} points", zh: "{fact} 为 {value} 分（满分 {full}）" },
  "engine.periods_score": {
    en: "Score {score}, grade {grade} over {counted} periods (scorecard {version})",
    zh: "{counted} 期得分 {score}，等级 {grade}（评分表 {version}）",
  },
  "engine.period_line": {
    en: "{period}: {of} points, weight {weight}, brings {score}",
    zh: "{period}：{of} 分，权重 {weight}，计 {score}",
  },
  "engine.period_skipped.no_activity": { en: "{period}: skipped, no activity", zh: "{period}：跳过，没有业务" },
  "engine.period_skipped.no_score": { en: "{period}: skipped, no score", zh: "{period}：跳过，没有评分" },
  "engine.period_skipped.other_version": { en: "{period}: skipped, scored by another scorecard", zh: "{period}：跳过，评分表版本不同" },
  "engine.period_skipped.too_old": { en: "{period}: skipped, too old to count", zh: "{period}：跳过，年代过久不计" },
  "engine.periods_lacking": {
    en: "No score: {counted} periods count, {minimum} are needed (scorecard {version})",
    zh: "无法评分：可计 {counted} 期，要求 {minimum} 期（评分表 {version}）",
  },
  "engine.gap": {
    en: "Grade {grade} begins at {threshold}: the score is {score}, {missing} are missing",
    zh: "等级 {grade} 自 {threshold} 分起：当前 {score} 分，差 {missing} 分",
  },
  "engine.gap_none": {
    en: "Grade {grade} from {threshold} on is reached: the score is {score}",
    zh: "已达到等级 {grade}（{threshold} 分起）：当前 {score} 分",
  },
  "engine.gap_way": { en: "{criterion} alone would do it", zh: "仅提高“{criterion}”即可达到" },
  "engine.gap_range": { en: "{fact}: {bounds}", zh: "{fact}：{bounds}" },
  "engine.gap_bound.at_least": { en: "at least {value}", zh: "不低于 {value}" },
  "engine.gap_bound.above": { en: "above {value}", zh: "高于 {value}" },
  "engine.gap_bound.at_most": { en: "at most {value}", zh: "不高于 {value}" },
  "engine.gap_bound.below": { en: "below {value}", zh: "低于 {value}" },
  "engine.gap_bound.yes": { en: "yes", zh: "是" },
  "engine.gap_bound.no": { en: "no", zh: "否" },
  "engine.gap_closed.too_little_weight": { en: "{criterion}: full marks would not suffice", zh: "{criterion}：即使满分也不够" },
  "engine.gap_closed.no_value": { en: "{criterion}: no value of {fact} earns enough", zh: "{criterion}：{fact} 取任何值都不够" },
  "engine.gap_closed.other_knocked_out": {
    en: "{criterion}: another criterion is below its knock-out",
    zh: "{criterion}：另有指标低于否决线",
  },
  "engine.gap_closed.other_data": { en: "{criterion}: other criteria lack data", zh: "{criterion}：其他指标缺少数据" },
} as const satisfies Catalogue;

/** Words of scorecards that cannot be used. @internal */
export const scorecardFaultMessages = {
  "engine.score_no_criterion": { en: "Cannot use the scorecard: it has no criterion", zh: "无法使用该评分表：没有任何指标" },
  "engine.score_code_twice": { en: "Cannot use the name {code} twice", zh: "名称 {code} 不能重复使用" },
  "engine.score_weights_not_whole": {
    en: "Cannot use the weights as shares: they add up to {sum}, not 1",
    zh: "无法将权重用作比例：合计为 {sum}，而不是 1",
  },
  "engine.score_weightless": { en: "Cannot use the weights: they add up to 0", zh: "无法使用这些权重：合计为 0" },
  "engine.score_out_of_range": {
    en: "Cannot use {got}: write a value from {least} to {most}",
    zh: "不能用 {got}：请写 {least} 至 {most} 之间的数值",
  },
  "engine.score_not_increasing": {
    en: "Cannot use the row from {from}: it is not above {before}",
    zh: "无法使用起点为 {from} 的行：不大于 {before}",
  },
  "engine.score_flat": { en: "Cannot draw a line from {from} to itself", zh: "无法连线：起点与终点同为 {from}" },
  "engine.grade_first_not_zero": {
    en: "Cannot use the grades: the first begins at {from}, so that lower scores have none",
    zh: "无法使用这些等级：首个等级从 {from} 开始，更低的得分无等级",
  },
  "engine.grade_gap": {
    en: "Cannot use the grade {grade}: it ends at {to} and the next begins at {next}, so that scores between them have none",
    zh: "无法使用等级 {grade}：该等级止于 {to}，其后始于 {next}，其间的得分无等级",
  },
  "engine.grade_overlap": {
    en: "Cannot use the grade {grade}: it ends at {to} and the next begins before that, at {next}",
    zh: "无法使用等级 {grade}：该等级止于 {to}，其后却更早始于 {next}",
  },
  "engine.grade_too_precise": {
    en: "Cannot use a grade from {from}: scores have {places} decimal places",
    zh: "无法使用起点 {from}：得分只保留 {places} 位小数",
  },
  "engine.grade_unknown": {
    en: "Cannot use {got} as the knock-out grade: choose one of {want}",
    zh: "不能用 {got} 作为否决等级：请从 {want} 中选择",
  },
  "engine.knock_out_excluded": {
    en: "Cannot leave a knock-out undecided: a criterion that knocks out must take part when its fact is missing",
    zh: "否决项不能悬空：带否决线的指标在缺少数据时也须参与评分",
  },
} as const satisfies Catalogue;
