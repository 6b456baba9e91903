import { inTransaction } from '@sasaeai/db/in-transaction'
import type { SaveFigureAccountsInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import { yearFigureNames } from '@sasaeai/domain/funding-indicator/income/year-figure'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** Chooses the accounts of the ledger whose postings count to a 基礎数値, in every year. */
export function saveFigureAccounts(
  deps: Deps,
  actor: Actor,
  { figure, accountIds }: SaveFigureAccountsInput,
): Promise<Outcome<{ readonly accounts: number }, 'figure_account_unusable'>> {
  return inTransaction(deps.db, async (tx) => {
    const accounts = await tx.ledgerAccount.findMany({ where: { id: { in: [...accountIds] } }, orderBy: { code: 'asc' } })
    const isUsable = accounts.every(({ category, isHeading }) => category === 'expense' && !isHeading)
    if (!isUsable || accounts.length !== new Set(accountIds).size) return fail('figure_account_unusable', { field: 'accountIds' })
    const before = await tx.yearFigureAccount.findMany({ where: { figure }, include: { account: { select: { code: true } } } })
    await tx.yearFigureAccount.deleteMany({ where: { figure, accountId: { notIn: [...accountIds] } } })
    await tx.yearFigureAccount.createMany({ data: accounts.map(({ id: accountId }) => ({ figure, accountId })), skipDuplicates: true })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'year_figure.choose_accounts',
      subjectKind: 'year_figure',
      subjectId: figure,
      before: { codes: before.map(({ account }) => account.code).toSorted() },
      after: { figure: yearFigureNames[figure], codes: accounts.map(({ code }) => code) },
    })
    return succeed({ accounts: accounts.length })
  })
}
