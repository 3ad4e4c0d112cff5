// Fifteen criteria asked of a hundred thousand applicants: the library against hand-written ifs and against other rule engines.
import { measureSessions } from "../lib/sessions.mjs";

/** Absolute times, by the variant they are taken from. */
const times = {
  "rules.findings_ns": "qudao",
  "rules.in_code_ns": "qudao_in_code",
  "rules.held_ns": "qudao_held",
  "rules.masked_ifs_ns": "masked_ifs",
  "rules.short_circuit_ifs_ns": "short_circuit_ifs",
  "rules.json_rules_engine_ns": "json_rules_engine",
  "rules.json_rules_engine_by_rule_ns": "json_rules_engine_by_rule",
  "rules.json_logic_engine_ns": "json_logic_engine",
  "rules.zen_ns": "zen",
};

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export const measure = () => measureSessions(new URL("../workers/rules.mjs", import.meta.url), ["ours", "peers"], times);
