// A spreadsheet runs what begins like a formula, also inside quotes; a leading apostrophe makes it text. Quotes always:
// one that parts its cells at semicolons would else find the beginning of a cell in the middle of ours.
export function csvCell(value: string): string {
  const safe = /^[\s\0]*[=+\-@\t\r\0＝＋－＠]/.test(value) || /^[\t\r\n\0]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A file of such lines; the mark tells a spreadsheet that it is UTF-8. */
export function csvFile(lines: readonly string[]): string {
  return `\uFEFF${lines.join('')}`;
}
