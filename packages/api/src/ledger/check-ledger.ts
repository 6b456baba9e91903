import { type LedgerCheck, type LedgerCheckResult, ledgerChecks } from '@sasaeai/domain/ledger/ledger-check'
import type { Deps } from '../deps.ts'
import { type BooksState, inOneState } from './in-one-state.ts'
import { ledgerCheckQueries } from './ledger-check-queries.ts'

export interface LedgerCheckReport {
  /** The instant of the state that was checked. */
  readonly checkedAt: string
  readonly isSound: boolean
  readonly results: readonly LedgerCheckResult[]
}

/**
 * Recomputes the books from their postings and compares: balance, numbers, dates, reversals, kept totals, intake.
 * Everything is read from one state of the database, so posting may go on meanwhile; nothing is written.
 */
export async function checkLedger({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<LedgerCheckReport> {
  const checkedAt = now().toISOString()
  const results = await inOneState(db, async (books) => {
    const found: LedgerCheckResult[] = []
    for (const check of ledgerChecks) found.push(await ask(books, check))
    return found
  })
  return { checkedAt, isSound: results.every(({ faults }) => faults === 0), results }
}

const shownExamples = 5

async function ask(books: BooksState, check: LedgerCheck): Promise<LedgerCheckResult> {
  const { rows } = await books.query<{ examined: number; faults: number; examples: string[] }>(reportOf(ledgerCheckQueries[check]))
  return { check, ...(rows[0] ?? { examined: 0, faults: 0, examples: [] }) }
}

function reportOf({ examined, faults }: { examined: string; faults: string }): string {
  return `WITH fault AS MATERIALIZED (${faults})
    SELECT (${examined}) AS examined, (SELECT count(*) FROM fault) AS faults,
      ARRAY(SELECT example FROM fault ORDER BY example LIMIT ${shownExamples}) AS examples`
}
