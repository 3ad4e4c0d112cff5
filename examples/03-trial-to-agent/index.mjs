// A dealer's life from an event log: it applies, is trained, sells on trial, is promoted, suspended, resumed, and becomes an agent. One year
// of days passes; what happened, what was refused and why is printed in Chinese and English.
import { readFileSync } from "node:fs";
import { catalogue } from "qudao/i18n";
import { renderExplanation, renderMessage } from "qudao/kernel";
import { replayMember } from "qudao/lifecycle";
import { live } from "./live.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const { drafts, facts: agreementFacts } = read("./agreements.json");
const life = live({
  entries: read("./log.json"),
  drafts,
  agreementFacts,
  policy: read("./policy.json"),
  from: "2024-01-01",
  until: "2024-12-31",
});

const heading = (zh, en) => console.log(`\n${zh} / ${en}\n${"─".repeat(60)}`);
const both = ({ zh, en }) => `${zh} / ${en}`;

/** Arrows of a step as from → to, in both languages; those that stay are left out. */
function moves({ explanation }) {
  const nodes = explanation.code === "engine.step" ? [explanation] : explanation.from.filter(({ code }) => code === "engine.step");
  return nodes
    .filter(({ params }) => params.from !== params.to)
    .map(({ params }) => `${params.fromTitle.zh} → ${params.toTitle.zh} / ${params.fromTitle.en} → ${params.toTitle.en}`);
}

/** Of the ways an event can go, the one that lacks least: an event may have an arrow for each kind of agreement. */
function nearest({ failed }) {
  const arrows = [...new Set(failed.map(({ params }) => params.arrow))];
  const ways = arrows.map((arrow) => failed.filter(({ params }) => params.arrow === arrow));
  return ways.sort((a, b) => a.length - b.length)[0] ?? [];
}

const titleOf = ({ ok, value, problem }) => (ok ? value.explanation : problem).params.eventTitle;

heading("一年的经过", "What happened in the year");
for (const { asOf, who, answer } of life.story) {
  const name = who === "member" ? "禾禾商贸 Hehe" : `协议 ${who}`;
  console.log(`${asOf}  ${name}: ${both(titleOf(answer))}`);
  if (answer.ok) {
    for (const move of moves(answer.value)) console.log(`            ${move}`);
    const effects = answer.value.effects.map(({ effect }) => effect);
    if (effects.length > 0) console.log(`            ⇒ ${effects.join(", ")}`);
    continue;
  }
  console.log("            ✗ 拒绝 / refused");
  for (const finding of nearest(answer.problem)) {
    for (const language of ["zh", "en"]) console.log(`              ${renderMessage(finding, language, catalogue)}`);
  }
}

heading("最后一步的全部依据", "Everything the last promotion rests on");
const promoted = life.story.findLast(({ event, answer }) => event.type === "promotedToAgent" && answer.ok);
for (const language of ["zh", "en"]) console.log(renderExplanation(promoted.answer.value.explanation, { language, catalogue }));

heading("由日志重建", "Rebuilt from the log");
const replay = replayMember({ initial: life.initial, records: JSON.parse(JSON.stringify(life.log)) }, { onRefusal: "stop" });
const same = JSON.stringify(replay.state) === JSON.stringify(life.state);
console.log(`${life.log.length} 个事件 / events; 与现状一致 / the same as it stands: ${same ? "是 / yes" : "否 / no"}`);
console.log(JSON.stringify(replay.state.at));
console.log(`A-1: ${life.papers.get("A-1").state.at}, ${replay.state.data.agreementStart} – ${replay.state.data.agreementEnd}`);
if (!same) process.exitCode = 1;
