// Streaming lines that nobody holds: memory stays flat, and ten times the lines cost ten times the time.
import { runChild } from "../lib/child.mjs";
import { median, missing } from "../lib/figures.mjs";

const worker = new URL("../workers/stream.mjs", import.meta.url).pathname;

async function stream(variant, count) {
  const report = await runChild([worker, variant, String(count)]);
  const words = report.missing ?? `${report.nsPerLine.toFixed(0)} ns of processor time per line, peak ${report.peakMb.toFixed(1)} MB`;
  process.stderr.write(`  ${variant}, ${count} lines: ${words}\n`);
  return report;
}

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  const control = await stream("bare", 1_000_000);
  const found = { "settle.stream_bare1m_peak_mb": { value: control.peakMb } };
  const short = await stream("qudao", 1_000_000);
  if (short.missing !== undefined) {
    for (const name of ["stream10m_peak_mb", "stream1m_peak_mb", "stream_growth", "linear"])
      found[`settle.${name}`] = missing(short.missing);
    return found;
  }
  if (short.hash !== control.hash) throw new Error(`Streamed lines give digest ${short.hash}, want ${control.hash}`);
  const shorts = [short, await stream("qudao", 1_000_000), await stream("qudao", 1_000_000)];
  const long = await stream("qudao", 10_000_000);
  const shortPeak = median(shorts.map(({ peakMb }) => peakMb));
  const shortNs = median(shorts.map(({ nsPerLine }) => nsPerLine));
  return {
    ...found,
    "settle.stream10m_peak_mb": { value: long.peakMb },
    "settle.stream1m_peak_mb": { value: shortPeak },
    "settle.stream_growth": { value: long.peakMb / shortPeak },
    "settle.linear": {
      value: long.nsPerLine / shortNs,
      note: `${shortNs.toFixed(0)} and ${long.nsPerLine.toFixed(0)} ns of processor time`,
    },
  };
}
