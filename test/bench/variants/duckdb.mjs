// DuckDB in this process, one thread like every other variant: typed columns, exact decimals, tiers in SQL.
import { DuckDBInstance } from "@duckdb/node-api";
import { fromCents } from "../lib/digest.mjs";

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const oneOf = (column, list) => (list === undefined ? [] : [`${column} IN (${list.map(quoted).join(", ")})`]);

/** The columns of a line. All of them are loaded: what is settled must be shown by its lines. */
const columns = [
  ["id", "VARCHAR"],
  ["memberId", "VARCHAR"],
  ["productId", "VARCHAR"],
  ["categoryId", "VARCHAR"],
  ["territoryId", "VARCHAR"],
  ["date", "DATE"],
  ["quantity", "INTEGER"],
  ["unitPrice", "DECIMAL(14, 2)"],
  ["amount", "DECIMAL(14, 2)"],
  ["discountRate", "DECIMAL(5, 4)"],
  ["kind", "VARCHAR"],
];

function tierSql({ schedule, cap, growth }) {
  const paidOn = growth ? "net - greatest(coalesce(before, 0), 0)" : "net";
  const { tiers, method } = schedule;
  const slices = tiers.map((tier, k) => {
    const end = tiers[k + 1] === undefined ? paidOn : `least(${paidOn}, ${tiers[k + 1].from}.00)`;
    return `greatest(${end} - ${tier.from}.00, 0) * ${tier.rate}::DECIMAL(6, 4)`;
  });
  const steps = tiers.toReversed().map((tier) => {
    const pays = method === "lump_sum" ? `${tier.amount}::DECIMAL(24, 6)` : `(${paidOn}) * ${tier.rate}::DECIMAL(6, 4)`;
    return `WHEN ${paidOn} >= ${tier.from} THEN ${pays}`;
  });
  const earned = method === "graduated" ? slices.join(" + ") : `CASE ${steps.join(" ")} ELSE 0 END`;
  return `round(least(${earned}, ${cap}), 2)`;
}

/** One pass over the lines; further programmes read the much smaller result of that pass. */
function settleSql(programmes) {
  const fields = [
    ["categoryIds", "categoryId"],
    ["territoryIds", "territoryId"],
  ];
  const asked = fields.filter(([list]) => programmes.some(({ scope }) => scope[list] !== undefined));
  const keys = ["memberId", ...asked.map(([, field]) => field)].join(", ");
  const part = (programme) => {
    const { categoryIds, territoryIds, memberClasses } = programme.scope;
    const where = [...oneOf("categoryId", categoryIds), ...oneOf("territoryId", territoryIds), ...oneOf("memberClass", memberClasses)];
    const join = memberClasses === undefined ? "" : "JOIN members USING (memberId)";
    const window = programme.window === "year" ? "0" : "quarter";
    const before = programme.growth
      ? "max(net) OVER (PARTITION BY memberId ORDER BY part RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)"
      : "NULL";
    return `SELECT ${quoted(programme.id)} AS programme, memberId, part, (net * 100)::BIGINT AS net, units, (${tierSql(programme)} * 100)::BIGINT AS rebate
      FROM (SELECT *, ${before} AS before FROM
        (SELECT memberId, ${window} AS part, sum(net)::DECIMAL(18, 2) AS net, sum(units)::BIGINT AS units FROM folded ${join}
        ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`} GROUP BY ALL))`;
  };
  return `WITH folded AS MATERIALIZED (SELECT ${keys}, quarter(date) AS quarter,
      sum(CASE kind WHEN 'return' THEN -amount ELSE amount END) AS net, sum(CASE kind WHEN 'return' THEN -quantity ELSE quantity END) AS units
      FROM lines GROUP BY ALL)
    ${programmes.map(part).join(" UNION ALL ")}`;
}

async function prepare({ lines, programmes, members }) {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run("CREATE TABLE members (memberId VARCHAR, memberClass VARCHAR)");
  const appender = await connection.createAppender("members");
  for (const member of members) {
    appender.appendVarchar(member.id);
    appender.appendVarchar(member.memberClass);
    appender.endRow();
  }
  appender.closeSync();
  const load = async () => {
    await connection.run(`CREATE OR REPLACE TABLE lines (${columns.map(([name, type]) => `${name} ${type}`).join(", ")})`);
    const rows = await connection.createAppender("lines");
    for (const line of lines) {
      rows.appendVarchar(line.id);
      rows.appendVarchar(line.memberId);
      rows.appendVarchar(line.productId);
      rows.appendVarchar(line.categoryId);
      rows.appendVarchar(line.territoryId);
      rows.appendVarchar(line.date);
      rows.appendInteger(line.quantity);
      rows.appendVarchar(line.unitPrice);
      rows.appendVarchar(line.amount);
      rows.appendVarchar(line.discountRate);
      rows.appendVarchar(line.kind);
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
