/**
 * How many times a second implementation is asked, and from which seed. Every day's run asks little; `QUDAO_ORACLE_RUNS=100000` asks that often,
 * `QUDAO_ORACLE_SEED` starts elsewhere.
 */
export function oracleRuns(usual: number): { readonly seed: number; readonly numRuns: number } {
  return {
    seed: Number(process.env["QUDAO_ORACLE_SEED"] ?? 20240101),
    numRuns: Number(process.env["QUDAO_ORACLE_RUNS"] ?? usual),
  };
}
