// A spreadsheet runs what begins like a formula, also inside quotes; a leading apostrophe makes it text.
export function csvCell(value: string): string {
  const safe = /^[\s\0]*[=+\-@\t\r\0＝＋－＠]/.test(value) || /^[\t\r\n\0]/.test(value) ? `'${value}` : value;
  return /["',\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
