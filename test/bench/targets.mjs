// Every figure that the bench prints: which group takes it, what it says, and what it has to reach.
//
// `a.vs_b` is the time of a divided by the time of b, both on the same lines, applications or events. `reach` is the aim, `least` is what `--check` insists on.
// A figure without them is there to be read.

const ratio = (group, says, better, reach, least) => ({ group, unit: "x", says, better, reach, least });
const below = (group, unit, says, reach, least = reach) => ({ group, unit, says, better: "lower", reach, least });
const reading = (group, unit, says) => ({ group, unit, says, better: "lower" });

/** The figures by name. A group that does not report one of its own fails the run. */
export const figures = {
  "settle.one.vs_bare_loop": ratio("settle", "one programme, validated and explained / hand-written loop", "lower", 1.6, 1.8),
  "settle.ten.vs_one": ratio("settle", "ten programmes in one pass / one programme", "lower", 1.35, 1.6),
  "settle.duckdb_with_load.vs_one": ratio("settle", "DuckDB, objects loaded first / one programme", "higher", 6, 4),
  "settle.duckdb_in_memory.vs_one": reading("settle", "x", "DuckDB, table already typed and in memory / one programme"),
  "settle.columnar.vs_one": reading("settle", "x", "loop over typed arrays of integers / one programme"),
  "settle.decimaljs.vs_one": ratio("settle", "decimal.js on every line / one programme", "higher", 8, 8),
  "settle.ten_decimaljs.vs_ten": ratio("settle", "decimal.js with ten programmes / ten programmes", "higher", 12, 10),
  "settle.ten_duckdb_in_memory.vs_ten": reading("settle", "x", "DuckDB, in memory, ten programmes / ten programmes"),
  "settle.ten.vs_bare_loop": reading("settle", "x", "ten programmes / hand-written loop for these ten"),
  "settle.plain.vs_bare_loop": reading("settle", "x", "one programme that looks at no category / hand-written loop that reads none"),
  "settle.growth.vs_bare_loop": reading("settle", "x", "one programme on growth over the quarter before / hand-written loop"),
  "settle.broad_ten.vs_plain": reading(
    "settle",
    "x",
    "ten programmes of which five count each line / one programme that looks at no category",
  ),
  "settle.one_by_one.vs_bare_loop": reading("settle", "x", "one programme, statements one by one / hand-written loop"),
  "settle.ten_one_by_one.vs_one": reading("settle", "x", "ten programmes, statements one by one / one programme, likewise"),
  "settle.late_line_us": below("settle", "us", "one late line into a live accumulator", 10),
  "settle.merge_ns_per_cell": below("settle", "ns", "merging two accumulators, per cell of the result", 30),
  "settle.one_ns": reading("settle", "ns", "per line: one programme"),
  "settle.ten_ns": reading("settle", "ns", "per line: ten programmes"),
  "settle.bare_loop_ns": reading("settle", "ns", "per line: hand-written loop"),
  "settle.ten_bare_loop_ns": reading("settle", "ns", "per line: hand-written loop, ten programmes"),
  "settle.columnar_ns": reading("settle", "ns", "per line: loop over typed arrays"),
  "settle.decimaljs_ns": reading("settle", "ns", "per line: decimal.js"),
  "settle.ten_decimaljs_ns": reading("settle", "ns", "per line: decimal.js, ten programmes"),
  "settle.duckdb_in_memory_ns": reading("settle", "ns", "per line: DuckDB, in memory"),
  "settle.ten_duckdb_in_memory_ns": reading("settle", "ns", "per line: DuckDB, in memory, ten programmes"),
  "settle.duckdb_with_load_ns": reading("settle", "ns", "per line: DuckDB, objects loaded first"),

  "settle.stream10m_peak_mb": below("stream", "MB", "peak memory of a process with 27 MB of heap that streams 10,000,000 lines", 90),
  "settle.stream1m_peak_mb": reading("stream", "MB", "the same with 1,000,000 lines"),
  "settle.stream_growth": below("stream", "x", "peak with 10,000,000 lines / peak with 1,000,000: flat is 1", 1.1, 1.2),
  "settle.stream_bare1m_peak_mb": reading("stream", "MB", "the generator and the hand-written loop, 1,000,000 lines"),
  "settle.stream_unlimited1m_peak_mb": reading("stream", "MB", "1,000,000 lines where V8 takes what heap it likes"),
  "settle.linear": below("stream", "x", "cost per line with 10,000,000 lines / with 1,000,000", 1.1, 1.25),

  "rules.findings.vs_masked_ifs": ratio("rules", "findings of criteria as data / hand-written ifs, one bit per criterion", "lower", 12, 12),
  "rules.in_code.vs_masked_ifs": reading("rules", "x", "findings of rules in code / hand-written ifs, one bit per criterion"),
  "rules.held.vs_masked_ifs": reading("rules", "x", "all findings of all applicants at once / hand-written ifs, one bit per criterion"),
  "rules.findings.vs_short_circuit_ifs": reading("rules", "x", "findings of criteria as data / hand-written ifs, yes or no"),
  "rules.json_rules_engine.vs_ours": ratio("rules", "json-rules-engine, a condition per criterion / findings", "higher", 100, 100),
  "rules.json_rules_engine_by_rule.vs_ours": reading("rules", "x", "json-rules-engine, a rule with an event per criterion / findings"),
  "rules.json_logic_engine.vs_ours": reading("rules", "x", "json-logic-engine, compiled, an answer per criterion / findings"),
  "rules.zen.vs_ours": reading("rules", "x", "zen-engine, an answer per criterion / findings"),
  "rules.findings_ns": reading("rules", "ns", "per applicant: findings of criteria as data"),
  "rules.in_code_ns": reading("rules", "ns", "per applicant: findings of rules in code"),
  "rules.held_ns": reading("rules", "ns", "per applicant: all findings of all applicants at once"),
  "rules.masked_ifs_ns": reading("rules", "ns", "per applicant: hand-written ifs, one bit per criterion"),
  "rules.short_circuit_ifs_ns": reading("rules", "ns", "per applicant: hand-written ifs, yes or no"),
  "rules.json_rules_engine_ns": reading("rules", "ns", "per applicant: json-rules-engine, a condition per criterion"),
  "rules.json_rules_engine_by_rule_ns": reading("rules", "ns", "per applicant: json-rules-engine, a rule per criterion"),
  "rules.json_logic_engine_ns": reading("rules", "ns", "per applicant: json-logic-engine"),
  "rules.zen_ns": reading("rules", "ns", "per applicant: zen-engine"),

  "state.step.vs_switch": ratio("state", "step with guards, effects and explanation / pure hand-written switch", "lower", 2, 2),
  "state.xstate.vs_ours": ratio("state", "xstate, pure transition / step", "higher", 50, 50),
  "state.robot3.vs_ours": reading("state", "x", "robot3, a service per member / step"),
  "state.replay1m_s": reading("state", "s", "replay of one history of 1,000,000 events, every step held"),
  "state.replay1m.vs_switch": reading("state", "x", "the same / the switch, which holds nothing"),
  "state.step_ns": reading("state", "ns", "per event: step"),
  "state.switch_ns": reading("state", "ns", "per event: pure hand-written switch"),
  "state.xstate_ns": reading("state", "ns", "per event: xstate"),
  "state.robot3_ns": reading("state", "ns", "per event: robot3"),

  "rooms.admission_us": reading("rooms", "us", "a decision on an application, with everything it lacks: 701 resellers in one call"),
  "rooms.step_us": reading("rooms", "us", "a step in a member's life: three tables, guards, effects, explanation"),

  "splits.dinero.vs_ours": reading("splits", "x", "dinero.js allocate / split over five parties, with its working"),
  "splits.decimaljs.vs_ours": reading("splits", "x", "naive decimal.js / split over five parties, with its working"),
  "splits.split_ns": reading("splits", "ns", "per amount: split over five parties"),
  "splits.dinero_ns": reading("splits", "ns", "per amount: dinero.js allocate"),
  "splits.decimaljs_ns": reading("splits", "ns", "per amount: naive decimal.js"),

  "credit.ageing.vs_bare_loop": reading("credit", "x", "ageing of 1,000,000 open items / hand-written loop"),
  "credit.ageing_ns": reading("credit", "ns", "per open item: ageing"),
  "credit.bare_ageing_ns": reading("credit", "ns", "per open item: hand-written loop"),
  "credit.orders100k_s": reading("credit", "s", "100,000 orders of 5,000 members decided in one call, every reason held"),
  "credit.orders100k_mb": reading("credit", "MB", "what that call adds to the memory of the process"),

  "import.calculator_ms": below("import", "ms", 'import("qudao/incentives")', 20),
  "import.calculator_cjs_ms": below("import", "ms", 'require("qudao/incentives")', 20),
  "import.root_ms": below("import", "ms", 'import("qudao")', 60),
  "import.root_cjs_ms": below("import", "ms", 'require("qudao")', 60),
  "import.bare_node_ms": reading("import", "ms", "a process that imports nothing, from start to end"),

  "size.calculator_br_kb": below("size", "kB", "one calculator with its dependencies, minified, brotli", 16),
  "size.largest_calculator_br_kb": reading("size", "kB", "the largest of them"),
};
