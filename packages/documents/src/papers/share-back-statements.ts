import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One payee of a calculation, in words ready to be printed. */
export interface ShareBackStatement {
  readonly payeeName: string
  /** 12,000円 */
  readonly amount: string
  readonly rows: readonly ShareBackStatementRow[]
  readonly total: ShareBackStatementRow
  /** What the figures rest on, line by line. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
}

/** One kind of membership; amounts without their unit, a decrease with △. */
export interface ShareBackStatementRow {
  readonly name: string
  readonly received: string
  /** 40%, or the rates with what came in under each, line by line. */
  readonly rates: readonly string[]
  readonly earned: string
  readonly already: string
  readonly difference: string
}

export interface ShareBackStatements extends PaperHead {
  /** 令和8年度還元金 第1回 */
  readonly runName: string
  /** 令和8年12月10日 */
  readonly issuedOn: string
  /** 確認用 while it is not paid; else empty. */
  readonly mark: string
  readonly statements: readonly ShareBackStatement[]
}

/** 還元金計算書: one A4 page per payee, as a PDF. @throws PaperNotSet when it could not be made. */
export function setShareBackStatements({ runName, issuedOn, mark, statements, ...head }: ShareBackStatements): Promise<Uint8Array> {
  return setPaper('share-back-statements', { ...headData(head), runName, issuedOn, mark, statements })
}
