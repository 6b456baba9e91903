import type { JournalColumn } from './journal-field.ts'

export const journalFileEncodings = ['cp932', 'utf8', 'utf8_bom'] as const
export type JournalFileEncoding = (typeof journalFileEncodings)[number]
export const journalFileEncodingNames: Readonly<Record<JournalFileEncoding, string>> = {
  cp932: 'Shift_JIS（CP932）',
  utf8: 'UTF-8',
  utf8_bom: 'UTF-8（BOM付き）',
}

export const journalLineEndings = ['crlf', 'lf'] as const
export type JournalLineEnding = (typeof journalLineEndings)[number]
export const journalLineEndingNames: Readonly<Record<JournalLineEnding, string>> = { crlf: 'CR+LF（Windows）', lf: 'LF' }

export const journalDateForms = ['slashes', 'digits', 'hyphens', 'era'] as const
export type JournalDateForm = (typeof journalDateForms)[number]
export const journalDateFormNames: Readonly<Record<JournalDateForm, string>> = {
  slashes: '2026/04/01',
  digits: '20260401',
  hyphens: '2026-04-01',
  era: 'R08/04/01（和暦）',
}

/** How an entry with several debits or credits is written. */
export const compoundForms = ['pairs', 'sundry', 'slip'] as const
export type CompoundForm = (typeof compoundForms)[number]
export const compoundFormNames: Readonly<Record<CompoundForm, string>> = {
  pairs: '借方と貸方を順に組み合わせて分ける（合計は変わりません）',
  sundry: '相手を「諸口」にして1行ずつ書く',
  slip: '複数行の伝票として書く（相手のない側は空け、金額は0）',
}

/** What the 補助科目 of a line is taken from. */
export const subAccountForms = ['none', 'source', 'campaign', 'fund', 'dues_kind'] as const
export type SubAccountForm = (typeof subAccountForms)[number]
export const subAccountFormNames: Readonly<Record<SubAccountForm, string>> = {
  none: '書かない',
  source: '財源',
  campaign: '運動',
  fund: '使途・基金',
  dues_kind: '会員種別',
}

/** An account of ours under the code and the name that the other program knows. */
export interface MappedAccount {
  readonly accountId: string
  readonly code: string
  readonly name: string
}

/** 列の割り当て: how entries become lines. */
export interface JournalMapping {
  readonly columns: readonly JournalColumn[]
  readonly dateForm: JournalDateForm
  readonly compound: CompoundForm
  /** 諸口 as the other program knows it. */
  readonly sundryCode: string
  readonly sundryName: string
  readonly subAccount: SubAccountForm
  /** What stands as 税区分: 対象外. */
  readonly taxLabel: string
  /** Whether an account without a counterpart keeps an export from being made; otherwise our own code and name stand. */
  readonly requiresAccounts: boolean
  readonly accounts: readonly MappedAccount[]
}

/** How a file is written, beside its lines. */
export interface JournalFileForm {
  readonly encoding: JournalFileEncoding
  readonly lineEnding: JournalLineEnding
  readonly hasHeader: boolean
  readonly mapping: JournalMapping
}

/** The names that stood on things when a file was first written; they may have been changed since. */
export interface JournalNames {
  /** By account. */
  readonly accounts: Readonly<Record<string, NamedAccount>>
  /** Of sources, drives, funds and kinds of dues, by id. */
  readonly subAccounts: Readonly<Record<string, string>>
}

export interface NamedAccount {
  readonly code: string
  readonly name: string
  readonly siteCode: string
  readonly serviceCode: string
}

/** What is kept of an export so that its file can be written again to the byte. */
export interface JournalSnapshot extends JournalFileForm {
  readonly name: string
  readonly names: JournalNames
}
