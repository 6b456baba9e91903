import type { ListColumn } from '@sasaeai/documents/papers/list-paper'
import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { transferSlipSheetOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { formatSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { formatYen, sumYen, yen } from '@sasaeai/domain/money/yen'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { makeListFile } from '../../document/make-list-file.ts'
import { paperMaker } from '../../document/paper-maker.ts'
import { type AskedPayer, readAskedPayers } from './read-asked-payers.ts'
import { type PrintedRequest, readPrintedRequest, titleOfRequest } from './read-printed-request.ts'

const columns: readonly ListColumn[] = [
  { heading: '納入番号', mm: 27 },
  { heading: '宛名', fr: 3 },
  { heading: '郵便番号', mm: 20 },
  { heading: '住所', fr: 4 },
  { heading: '数', mm: 19, side: 'end' },
  { heading: '目安額（円）', mm: 20, side: 'end' },
  { heading: '通信欄', mm: 58 },
]
const sheetColumns: readonly WorkbookColumn[] = [
  { heading: '納入番号' },
  { heading: '宛名' },
  { heading: '敬称' },
  { heading: '郵便番号' },
  { heading: '住所' },
  { heading: '世帯数', kind: 'count' },
  { heading: '口数', kind: 'count' },
  { heading: '目安額', kind: 'yen' },
  { heading: '通信欄' },
]

/**
 * 払込取扱票の印字データ: what a printer sets on the slips of a request. There is no public layout for handing such data
 * over, so it is a sheet to read along with and a workbook to take the fields from.
 */
export const transferSlipSheetMaker = paperMaker('transfer_slip_sheet', transferSlipSheetOrderSchema, {
  title: (deps, { requestId, format }) => titleOfRequest(deps, requestId, `払込取扱票の印字データ${format === 'xlsx' ? '（Excel）' : ''}`),
  async make(desk, { requestId, format }) {
    const request = await readPrintedRequest(desk.deps, requestId)
    if (request === null) return null
    const payers = await readAskedPayers(desk.deps, requestId)
    await desk.expect(payers.length)
    const slips: Slip[] = []
    for (const payer of payers) {
      if (payer.slipNumber === null) desk.note({ subject: payer.name, message: '納入番号がないため、入れていません。' })
      else slips.push(slipOf(payer, request, payer.slipNumber))
      if (payer.supporterKind !== null && payer.address === '') desk.note({ subject: payer.name, message: '住所がありません。', isMade: true })
      await desk.advance()
    }
    if (slips.length === 0) return null
    const yearName = formatFiscalYear(request.fiscalYear)
    return makeListFile(desk, format, {
      name: `払込取扱票_${yearName}_${request.kindName}`,
      heading: `${yearName}　${request.kindName}　払込取扱票の印字データ`,
      notes: [`${slips.length.toLocaleString('ja-JP')}件。通信欄の納入番号で、どなたの納入かが分かります。最後の1桁は、書き誤りを見つけるための数字です。`],
      isWide: true,
      columns,
      groups: [{ heading: '', rows: slips.map(({ line }) => line), subtotal: null }],
      total: ['合計', '', '', '', '', formatYen(sumYen(slips.map(({ expectedYen }) => yen(expectedYen)))), ''],
      sheet: { columns: sheetColumns, rows: slips.map(({ row }) => row) },
    })
  },
})

interface Slip {
  readonly line: readonly string[]
  readonly row: readonly (string | number | null)[]
  readonly expectedYen: number
}

function slipOf(payer: AskedPayer, { fiscalYear, kindCode, kindName }: PrintedRequest, number: number): Slip {
  const { name, supporterKind, address, households, units, expectedYen } = payer
  const slipNumber = formatSlipNumber({ fiscalYear, kindCode, number })
  const postalCode = readablePostalCode(payer.postalCode)
  const honorific = supporterKind === null ? '御中' : honorificOf(supporterKind, payer.honorific)
  const message = `${formatFiscalYear(fiscalYear)} 社協会費（${kindName}） 納入番号 ${slipNumber}`
  const count = households === null ? (units === null ? '' : `${units.toLocaleString('ja-JP')}口`) : `${households.toLocaleString('ja-JP')}世帯`
  const amount = expectedYen === 0 ? '' : formatYen(yen(expectedYen))
  return {
    line: [slipNumber, `${name} ${honorific}`, postalCode, address, count, amount, message],
    row: [slipNumber, name, honorific, postalCode, address, households, units, expectedYen, message],
    expectedYen,
  }
}
