import type { Catalogue } from "../kernel/message.js";

/** Words of the payment game. @internal */
export const gameMessages = {
  "credit.game": {
    en: "Payment game with {equilibria} pure equilibria; repetition can help: {repetitionCanHelp}",
    zh: "付款博弈：纯策略均衡 {equilibria} 个；重复合作可以改善：{repetitionCanHelp}",
  },
  "credit.game_cell": {
    en: "Dealer {dealer:credit.move}, manufacturer {maker:credit.move}: {dealerGains} and {makerGains}",
    zh: "经销商{dealer:credit.move}、厂商{maker:credit.move}：得益 {dealerGains} 与 {makerGains}",
  },
  "credit.game_equilibrium": {
    en: "Equilibrium: dealer {dealer:credit.move}, manufacturer {maker:credit.move}, gains {dealerGains} and {makerGains}; joint loss against cooperation {jointLoss}",
    zh: "均衡：经销商{dealer:credit.move}、厂商{maker:credit.move}，得益 {dealerGains} 与 {makerGains}；较合作共同损失 {jointLoss}",
  },
  "credit.game_better": {
    en: "Better for one and worse for none: dealer {dealer:credit.move}, manufacturer {maker:credit.move}",
    zh: "帕累托更优：经销商{dealer:credit.move}、厂商{maker:credit.move}",
  },
  "credit.game_mixed": {
    en: "Mixed equilibrium: paid with chance {payShare}, supplied with chance {cooperateShare}",
    zh: "混合均衡：付款概率 {payShare}，供货概率 {cooperateShare}",
  },
  "credit.move.pay": { en: "pays", zh: "付款" },
  "credit.move.delay": { en: "delays", zh: "拖欠" },
  "credit.move.cooperate": { en: "cooperates", zh: "合作" },
  "credit.move.withhold": { en: "withholds", zh: "不合作" },
  "credit.repeated": {
    en: "Payment sustained: {sustained} ({because:credit.repeated_because}); discount factor {discountFactor}, critical {criticalDiscount}, shortest suspension {shortestSuspension}; gains {temptation}, {reward}, {punishment}, detection {detection}",
    zh: "能否维持按期付款：{sustained}（{because:credit.repeated_because}）；贴现因子 {discountFactor}，临界值 {criticalDiscount}，最短暂停 {shortestSuspension} 期；得益 {temptation}、{reward}、{punishment}，发现概率 {detection}",
  },
  "credit.repeated_because.nothing_tempts": { en: "delaying gains nothing", zh: "拖欠无利可图" },
  "credit.repeated_because.nothing_to_lose": { en: "there is nothing to lose", zh: "没有可失去的利益" },
  "credit.repeated_because.known_end": { en: "the end is known", zh: "已知终点" },
  "credit.repeated_because.future_is_enough": { en: "the future is worth it", zh: "长期利益足够" },
  "credit.repeated_because.future_is_too_little": { en: "the future is worth too little", zh: "长期利益不足" },
  "credit.line": {
    en: "Largest self-enforcing line: {line}; credit gains {gain} a cycle, {lost} of a default is lost, detection {detection}; critical discount of the line asked about: {criticalDiscount}",
    zh: "最大自我履行信用额：{line}；赊销每期多得 {gain}，违约损失比例 {lost}，发现概率 {detection}；所询额度的临界贴现因子：{criticalDiscount}",
  },
  "credit.line_unbounded": {
    en: "No line is too large: credit gains {gain} a cycle, {lost} of a default is lost, detection {detection}; critical discount {criticalDiscount}",
    zh: "额度没有上限：赊销每期多得 {gain}，违约损失比例 {lost}，发现概率 {detection}；临界贴现因子 {criticalDiscount}",
  },
  "credit.payoffs": {
    en: "Dealer: {reward} paying, {temptation} delaying, {punishment} on cash; manufacturer: {supplied} supplying, {withheld} withholding; {kept} kept back, {atRisk} more at risk",
    zh: "经销商：付款 {reward}，拖欠 {temptation}，只收现款 {punishment}；厂商：供货 {supplied}，不供货 {withheld}；被占用 {kept}，另有风险 {atRisk}",
  },
  "credit.retaliation": {
    en: "After {missed} cycles missed and {since} paid since ({repaid} repaid, {forgiveness:credit.forgiveness}): supply {supply:credit.supply}, {concessionCut} of the concessions cut, {cyclesLeft} cycles left",
    zh: "曾连续 {missed} 期未付，此后已付 {since} 期（已补付 {repaid}，{forgiveness:credit.forgiveness}）：供货{supply:credit.supply}，让利削减 {concessionCut}，尚余 {cyclesLeft} 期",
  },
  "credit.retaliation_for_good": {
    en: "After {missed} cycles missed and {since} paid since ({repaid} repaid, {forgiveness:credit.forgiveness}): supply {supply:credit.supply}, {concessionCut} of the concessions cut, for good",
    zh: "曾连续 {missed} 期未付，此后已付 {since} 期（已补付 {repaid}，{forgiveness:credit.forgiveness}）：供货{supply:credit.supply}，让利削减 {concessionCut}，长期有效",
  },
  "credit.forgiveness.grim": { en: "never forgiven", zh: "不予宽恕" },
  "credit.forgiveness.tit_for_tat": { en: "tit for tat", zh: "以牙还牙" },
  "credit.forgiveness.suspension": { en: "suspension", zh: "暂停若干期" },
  "credit.supply.normal": { en: "as usual", zh: "正常" },
  "credit.supply.cash_only": { en: "for cash only", zh: "只收现款" },
  "credit.supply.held": { en: "held", zh: "停供" },
  "credit.lost_market": {
    en: "{lostSales} of sales lost in {cycles} cycles: {amount} of margin",
    zh: "{cycles} 期共丧失销售 {lostSales}，毛利损失 {amount}",
  },
  "credit.lost_by_dealer": { en: "Lost by the dealer: {amount}", zh: "经销商损失：{amount}" },
  "credit.lost_by_maker": { en: "Lost by the manufacturer: {amount}", zh: "厂商损失：{amount}" },
} as const satisfies Catalogue;
