// Figures as people read them.

/** @param {number[]} values */
export const median = (values) => values.slice().sort((a, b) => a - b)[values.length >> 1];
export const ms = (value) => (value === undefined ? "–" : value < 10 ? value.toFixed(1) : value.toFixed(0));
export const mb = (bytes) => (bytes / 2 ** 20).toFixed(1);
export const times = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ×`;

/** Rows of strings under their heads, the first column to the left, the others to the right. */
export function print_table(title, heads, rows) {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  ").trimEnd();
  console.log(`\n${title}\n\n${line(heads)}\n${widths.map((width) => "─".repeat(width)).join("──")}`);
  for (const row of rows) console.log(line(row));
}
