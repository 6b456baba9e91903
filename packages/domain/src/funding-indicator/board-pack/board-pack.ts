import type { ReportTable } from '../report-table.ts'

/** The parts of 理事会資料, in their order. */
export const boardPackParts = ['headline', 'income', 'drives', 'dues', 'donations', 'custody', 'indicators', 'risks', 'districts'] as const
export type BoardPackPart = (typeof boardPackParts)[number]

export const boardPackPartNames: Record<BoardPackPart, string> = {
  headline: '主な数字',
  income: '収入の構成',
  drives: '共同募金・歳末たすけあい',
  dues: '社協会費',
  donations: '寄附金',
  custody: '預り金',
  indicators: '財源確保指標',
  risks: '気をつけること',
  districts: '校区別の受入額',
}

/** A bar of this year before last year's. */
export interface PairedBar {
  readonly name: string
  readonly nowYen: number
  readonly lastYen: number
}

/** What stands in a part, one below the other. A chart is always followed by the table of its figures. */
export type PackBlock =
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'notes'; readonly lines: readonly string[] }
  | { readonly kind: 'bars'; readonly title: string; readonly nowName: string; readonly lastName: string; readonly bars: readonly PairedBar[] }
  /** A column for each year, the parts of it upon each other. */
  | { readonly kind: 'stack'; readonly title: string; readonly names: readonly string[]; readonly years: readonly { readonly name: string; readonly parts: readonly number[] }[] }

export interface PackPart {
  readonly part: BoardPackPart
  readonly title: string
  readonly blocks: readonly PackBlock[]
  /** What staff wrote to it when the paper was ordered. */
  readonly comment: string
}

/** 理事会資料: everything that is printed, in words and figures. */
export interface BoardPack {
  readonly heading: string
  /** Which year, until which day: 令和8年度, 令和8年10月31日まで. */
  readonly period: string
  /** As of which moment the books were read. */
  readonly moment: string
  readonly parts: readonly PackPart[]
  /** How the rates that stand on many pages are worked out, for every page: name and version of each definition. */
  readonly definitions: string
}
