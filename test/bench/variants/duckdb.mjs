// DuckDB in this process, one thread like every other variant: typed columns, exact decimals, tiers in SQL.
import { DuckDBInstance } from "@duckdb/node-api";
import { fromCents } from "../lib/digest.mjs";

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const oneOf = (column, list) => (list === undefined ? [] : [`${column} IN (${list.map(quoted).join(", ")})`]);

/** The columns of the task, by how each is appended. Scopes need two more; a task without scopes does not load them. */
const columns = [
  ["memberId", "VARCHAR", "appendVarchar"],
  ["date", "DATE", "appendVarchar"],
  ["quantity", "INTEGER", "appendInteger"],
  ["amount", "DECIMAL(14, 2)", "appendVarchar"],
  ["kind", "VARCHAR", "appendVarchar"],
];
const scopeColumns = [
  ["categoryId", "VARCHAR", "appendVarchar"],
  ["territoryId", "VARCHAR", "appendVarchar"],
];

function tierSql({ schedule, cap }) {
  const { tiers, method } = schedule;
  const slices = tiers.map((tier, k) => {
    const end = tiers[k + 1] === undefined ? "net" : `least(net, ${tiers[k + 1].from}.00)`;
    return `greatest(${end} - ${tier.from}.00, 0) * ${tier.rate}::DECIMAL(6, 4)`;
  });
  const steps = tiers.toReversed().map((tier) => {
    const pays = method === "lump_sum" ? `${tier.amount}::DECIMAL(24, 6)` : `net * ${tier.rate}::DECIMAL(6, 4)`;
    return `WHEN net >= ${tier.from} THEN ${pays}`;
  });
  const earned = method === "graduated" ? slices.join(" + ") : `CASE ${steps.join(" ")} ELSE 0 END`;
  return `round(least(${earned}, ${cap}), 2)`;
}

/** One pass over the lines; further programmes read the much smaller result of that pass. */
function settleSql(programmes) {
  const narrow = programmes.every(({ scope }) => Object.keys(scope).length === 0);
  const keys = narrow ? "memberId" : "memberId, categoryId, territoryId";
  const part = (programme) => {
    const { categoryIds, territoryIds, memberClasses } = programme.scope;
    const where = [...oneOf("categoryId", categoryIds), ...oneOf("territoryId", territoryIds), ...oneOf("memberClass", memberClasses)];
    const join = memberClasses === undefined ? "" : "JOIN members USING (memberId)";
    const window = programme.window === "year" ? "0" : "quarter";
    return `SELECT ${quoted(programme.id)} AS programme, memberId, part, (net * 100)::BIGINT AS net, units, (${tierSql(programme)} * 100)::BIGINT AS rebate
      FROM (SELECT memberId, ${window} AS part, sum(net)::DECIMAL(18, 2) AS net, sum(units)::BIGINT AS units FROM folded ${join}
      ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`} GROUP BY ALL)`;
  };
  return `WITH folded AS MATERIALIZED (SELECT ${keys}, quarter(date) AS quarter,
      sum(CASE kind WHEN 'return' THEN -amount ELSE amount END) AS net, sum(CASE kind WHEN 'return' THEN -quantity ELSE quantity END) AS units
      FROM lines GROUP BY ALL)
    ${programmes.map(part).join(" UNION ALL ")}`;
}

async function prepare({ lines, programmes, members }) {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const narrow = programmes.every(({ scope }) => Object.keys(scope).length === 0);
  const wanted = narrow ? columns : [...columns, ...scopeColumns];
  await connection.run("CREATE TABLE members (memberId VARCHAR, memberClass VARCHAR)");
  const appender = await connection.createAppender("members");
  for (const member of members) {
    appender.appendVarchar(member.id);
    appender.appendVarchar(member.memberClass);
    appender.endRow();
  }
  appender.closeSync();
  const load = async () => {
    await connection.run(`CREATE OR REPLACE TABLE lines (${wanted.map(([name, type]) => `${name} ${type}`).join(", ")})`);
    const rows = await connection.createAppender("lines");
    for (const line of lines) {
      rows.appendVarchar(line.memberId);
      rows.appendVarchar(line.date);
      rows.appendInteger(line.quantity);
      rows.appendVarchar(line.amount);
      rows.appendVarchar(line.kind);
      if (!narrow) {
        rows.appendVarchar(line.categoryId);
        rows.appendVarchar(line.territoryId);
      }
      rows.endRow();
    }
    rows.closeSync();
  };
  const sql = settleSql(programmes);
  const query = async () => (await connection.runAndReadAll(sql)).getRows();
  return { load, query };
}

const rowsOf = (rows) =>
  rows.map(([programme, member, part, net, units, rebate]) => ({
    programme,
    member,
    window: part === 0 || part === 0n ? "2024" : `2024-Q${part}`,
    net: fromCents(net),
    units: Number(units),
    rebate: fromCents(rebate),
  }));

/** @type {import("./index.mjs").OpenVariant} The table is there before the clock starts. */
export async function openInMemory(context) {
  const { load, query } = await prepare(context);
  await load();
  return { run: query, rowsOf };
}

/** @type {import("./index.mjs").OpenVariant} The objects are loaded on the clock. */
export async function openWithLoad(context) {
  const { load, query } = await prepare(context);
  const run = async () => {
    await load();
    return query();
  };
  return { run, rowsOf };
}
