import { groupDigits } from '../../money/group-digits.ts'

interface ImportProgress {
  readonly undoneAt: string | null
  readonly finishedAt: string | null
  /** Lines that are in, and that are chosen to come in. */
  readonly done: number
  readonly total: number
}

/** How far an import has come: 「途中（20行のうち8行）」 */
export function importStateWords({ undoneAt, finishedAt, done, total }: ImportProgress): string {
  if (undoneAt !== null) return '取り消し済み'
  if (finishedAt !== null) return '取り込み済み'
  return done > 0 ? `途中（${groupDigits(total)}行のうち${groupDigits(done)}行）` : '確認中'
}
