import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { type BookableAccount, mayBeSpentOn, mayPayOut } from '@sasaeai/domain/ledger/ledger-account-details'
import type { DuesRulesDetails, SaveDuesRulesInput } from '@sasaeai/domain/membership-dues/terms/dues-rules-input'
import { fail, succeed, type Failure, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type RulesProblem = 'share_back_expense_unusable' | 'share_back_cash_unusable'

/** Writes 還元金の決まり, on the revision that the form was opened on. */
export async function saveDuesRules(
  deps: Deps,
  actor: Actor,
  { revision, details }: SaveDuesRulesInput,
): Promise<Outcome<DuesRulesDetails, RulesProblem | 'changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const { id: _, revision: current, ...before } = await tx.duesRules.findUniqueOrThrow({ where: { id: 1 } })
      if (current !== revision) return fail('changed_meanwhile')
      const problem = await problemOf(tx, details)
      if (problem !== null) return problem
      await tx.duesRules.update({ where: { id: 1 }, data: details })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_rules.update',
        subjectKind: 'dues_rules',
        subjectId: '1',
        ...changedFields(before, details),
      })
      return succeed(details)
    }),
  )
}

async function problemOf(
  tx: Tx,
  { shareBackExpenseAccountId, shareBackCashAccountId }: DuesRulesDetails,
): Promise<Failure<RulesProblem> | null> {
  const isUsable = async (accountId: string | null, mayBeUsed: (account: BookableAccount) => boolean) => {
    if (accountId === null) return true
    const account = await tx.ledgerAccount.findUnique({ where: { id: accountId } })
    return account !== null && mayBeUsed(account)
  }
  if (!(await isUsable(shareBackExpenseAccountId, mayBeSpentOn))) {
    return fail('share_back_expense_unusable', { field: 'shareBackExpenseAccountId' })
  }
  if (!(await isUsable(shareBackCashAccountId, mayPayOut))) {
    return fail('share_back_cash_unusable', { field: 'shareBackCashAccountId' })
  }
  return null
}
