export interface DisclosureRow {
  readonly heading: string
  readonly text: string
}

/** 特定商取引法に基づく表記 as a table: `見出し: 本文` begins a row; a line without one (a colon within a time of day or an address of the web is none) goes on with the row above it. */
export function disclosureRows(text: string): DisclosureRow[] {
  const rows: { heading: string; text: string }[] = []
  for (const line of text.split('\n').map((each) => each.trim()).filter((each) => each !== '')) {
    const row = /^([^:：]{1,40})(?:：|:(?!\d|\/\/))\s*(.*)$/.exec(line)
    const last = rows.at(-1)
    if (row !== null) rows.push({ heading: row[1] ?? '', text: row[2] ?? '' })
    else if (last === undefined) rows.push({ heading: '', text: line })
    else last.text = last.text === '' ? line : `${last.text}\n${line}`
  }
  return rows
}
