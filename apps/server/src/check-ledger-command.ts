import { checkLedger, type LedgerCheckReport } from '@sasaeai/api/ledger/check-ledger'
import { type LedgerCheckResult, ledgerCheckWords } from '@sasaeai/domain/ledger/ledger-check'
import { readEnvironment } from './environment.ts'
import { type RunningDatabase, startDatabase } from './start-database.ts'
import { StartUpRefusal } from './start-up-refusal.ts'

// `npm run check:ledger`: recomputes the books and compares. Exit code 1 when something differs.
try {
  const database = await startDatabase(readEnvironment(process.env), {
    announce: (sentence) => process.stderr.write(`${sentence}\n`),
    onLost: () => process.exit(1),
  })
  const report = await checked(database)
  process.stdout.write(`${report.results.map(lineOf).join('\n')}\n`)
  process.stdout.write(report.isSound ? '帳簿に食い違いはありません。\n' : '帳簿に食い違いがあります。上の項目を確かめてください。\n')
  process.exitCode = report.isSound ? 0 : 1
} catch (error) {
  if (!(error instanceof StartUpRefusal)) throw error
  process.stderr.write(`確かめられません：${error.japanese}\nCannot check: ${error.message}\n`)
  process.exitCode = 1
}

async function checked({ db, stop }: RunningDatabase): Promise<LedgerCheckReport> {
  try {
    return await checkLedger({ db, now: () => new Date() })
  } finally {
    await stop()
  }
}

function lineOf({ check, examined, faults, examples }: LedgerCheckResult): string {
  const { name, holds, advice } = ledgerCheckWords[check]
  if (faults === 0) return `○ ${name}（${examined}件）：${holds}`
  return [`× ${name}：食い違い ${faults}件。${advice}`, ...examples.map((example) => `    ${example}`)].join('\n')
}
