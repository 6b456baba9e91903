import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import type { AddressLabel } from '@sasaeai/domain/letter/address-label/arrange-labels'
import { addressLines } from '@sasaeai/domain/letter/address-label/address-lines'
import type { MadePaper, PaperDesk } from '../../document/paper-maker.ts'
import { workbookType } from '../../document/paper-maker.ts'

/** The fields that Word and programs for printing addresses look for, by the names that they look for. */
const headings = ['郵便番号', '住所1', '住所2', '氏名', '敬称', '連名1', '連名1敬称', '連名2', '連名2敬称', '連名3', '連名3敬称', 'フリガナ', '支援者番号'] as const

/** 差込印刷用の一覧: one line for each address. Null where CP932 cannot carry a character, which is told. */
export async function makeAddressTable(desk: PaperDesk, labels: readonly AddressLabel[], { name, format }: { name: string; format: 'xlsx' | 'csv' | 'csv_cp932' }): Promise<MadePaper | null> {
  const rows = labels.map(cellsOf)
  if (format === 'xlsx') {
    const { writeWorkbook } = await import('@sasaeai/documents/write-workbook')
    const columns = headings.map((heading): WorkbookColumn => ({ heading }))
    return { fileName: `${name}.xlsx`, mediaType: workbookType, bytes: await writeWorkbook([{ name: '宛名', columns, rows }]) }
  }
  const { writeCsv } = await import('@sasaeai/documents/write-csv')
  const written = writeCsv({ headings, rows, encoding: format === 'csv' ? 'utf-8-bom' : 'cp932' })
  if (written.ok) return { fileName: `${name}.csv`, mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'text/csv; charset=Shift_JIS', bytes: written.bytes }
  for (const { character, lineNumber, heading } of written.unmappable) {
    desk.note({ subject: labels[lineNumber - 2]?.names[0]?.name ?? '', message: `「${heading}」の「${character}」はShift_JISにありません。ExcelかCSV（UTF-8）を選んでください。` })
  }
  return null
}

function cellsOf({ postalCode, address, names, kana, numbers }: AddressLabel): string[] {
  const { first, second } = addressLines(address)
  const [addressed, ...beside] = Array.from({ length: 4 }, (_, place) => [names[place]?.name ?? '', names[place]?.honorific ?? ''])
  return [postalCode, first, second, ...(addressed ?? []), ...beside.flat(), kana, numbers.join('、')]
}
