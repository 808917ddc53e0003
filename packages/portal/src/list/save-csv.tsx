import { csvFile, csvLine } from '@studyspot/api/csv';
import { dayText } from '../day.tsx';

/** A column as a spreadsheet takes it. */
export interface TextColumn<Row> {
  key: string;
  header: string;
  text: (row: Row) => string;
}

export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export const saveLines = (name: string, lines: readonly (readonly string[])[]): void =>
  saveFile(`${name} ${dayText('en', new Date().toISOString())}.csv`, csvFile(lines.map((line) => csvLine(line))));

export function saveRows<Row>(title: string, columns: ReadonlyArray<TextColumn<Row>>, rows: readonly Row[]): void {
  saveLines(title, [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ text }) => text(row)))]);
}
