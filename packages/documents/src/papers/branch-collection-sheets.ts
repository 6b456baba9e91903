import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One 校区分会, in words ready to be printed; amounts without their unit, empty where there is none. */
export interface BranchCollectionSheet {
  readonly areaName: string
  /** 世帯数, 目標額, 目安 …, line by line. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly methods: readonly { readonly name: string; readonly goal: string; /** 世帯, 回 or 件, to be filled in by hand. */ readonly unit: string }[]
  readonly goalTotal: string
  readonly associations: readonly { readonly name: string; readonly households: string; readonly goal: string }[]
  readonly officers: readonly { readonly role: string; readonly name: string }[]
}

export interface BranchCollectionSheets extends PaperHead {
  /** 令和8年度 赤い羽根共同募金 */
  readonly campaignName: string
  readonly issuedOn: string
  readonly sheets: readonly BranchCollectionSheet[]
}

/** 取りまとめ書: one A4 page per 校区分会, as a PDF. @throws PaperNotSet when it could not be made. */
export function setBranchCollectionSheets({ campaignName, issuedOn, sheets, ...head }: BranchCollectionSheets): Promise<Uint8Array> {
  return setPaper('branch-collection-sheets', { ...headData(head), campaignName, issuedOn, sheets: sheets.map(inTwoColumns) })
}

/** A 校区 of sixty 自治会 still fits: they stand in two columns, and the lines get lower as they become many. */
function inTwoColumns(sheet: BranchCollectionSheet) {
  const { associations } = sheet
  const lines = Math.ceil(associations.length / 2)
  const room = associationRoomMm - Math.max(0, sheet.methods.length - 7) * methodLineMm
  const lineMm = lines === 0 ? 0 : Math.min(7, room / lines)
  return { ...sheet, left: associations.slice(0, lines), right: associations.slice(lines), lines, lineMm, textPt: Math.min(9, lineMm * 1.45) }
}

/** What is left of an A4 sheet for the 自治会 beside seven methods, in mm. */
const associationRoomMm = 80
const methodLineMm = 6.5
