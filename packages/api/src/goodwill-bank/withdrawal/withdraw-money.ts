import { inTransaction } from '@sasaeai/db/in-transaction'
import type { WithdrawMoneyInput } from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { formatRecipients, withdrawalWords } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type FundUseRefusal, postFundUse } from '../../ledger/post-fund-use.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type ActRefusal, type GoodwillDesk, type RecordedAct, recordOnce, writeGoodwillAct } from '../act/write-goodwill-act.ts'
import { readWithdrawalNames, type WithdrawalNameRefusal, type WithdrawalNames } from './read-withdrawal-names.ts'

type WithdrawalRefusal = ActRefusal | WithdrawalNameRefusal | FundUseRefusal | 'goodwill_purpose_without_fund' | 'goodwill_money_not_enough'

/**
 * お金の払出: money of a purpose goes out of its fund after a committee has decided, never more than there is. What is sent
 * again is answered with what it became the first time.
 */
export async function withdrawMoney(deps: Deps, actor: Actor, input: WithdrawMoneyInput): Promise<Outcome<RecordedAct, WithdrawalRefusal>> {
  return recordOnce(deps, { actId: input.actId, kind: 'withdrawal', day: input.withdrawnOn, dayField: 'withdrawnOn' }, () =>
    inTransaction(deps.db, (tx) => withdrawWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' }),
  )
}

async function withdrawWithin(desk: GoodwillDesk, input: WithdrawMoneyInput): Promise<Outcome<RecordedAct, WithdrawalRefusal>> {
  const { tx } = desk
  const { actId, withdrawnOn, cashAccountId, expenseAccountId, moneyYen, ...withdrawal } = input
  const named = await readWithdrawalNames(tx, input)
  if (!named.ok) return named
  const { fundId, purposeName, className, area } = named.value
  if (fundId === null) return fail('goodwill_purpose_without_fund', { field: 'purposeId' })
  const description = withdrawalWords({ ...input, purposeName, className, areaName: area?.name ?? null })
  const used = await postFundUse(desk, {
    fundId, usedOn: withdrawnOn, amountYen: moneyYen, expenseAccountId, cashAccountId, description, sourceKind: 'goodwill_withdrawal', sourceId: actId,
  })
  if (!used.ok) return used.code === 'fund_exceeded' ? { ...used, code: 'goodwill_money_not_enough', field: 'moneyYen' } : used
  const act = await writeGoodwillAct(desk, { actId, kind: 'withdrawal', actedOn: withdrawnOn })
  await tx.goodwillWithdrawal.create({ data: { actId, ...withdrawal, moneyYen: BigInt(moneyYen), entryId: used.value.id } })
  await writeDown(desk, { act, input, names: named.value })
  return succeed(act)
}

async function writeDown(
  { deps, actor, tx }: GoodwillDesk,
  { act, input, names }: { readonly act: RecordedAct; readonly input: WithdrawMoneyInput; readonly names: WithdrawalNames },
): Promise<void> {
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'goodwill_withdrawal.record',
    subjectKind: 'goodwill_act',
    subjectId: act.actId,
    after: {
      title: act.name, handedOutOn: input.withdrawnOn, purpose: names.purposeName, way: input.way, recipientsText: formatRecipients(input),
      committee: names.committeeName, moneyYen: input.moneyYen,
    },
  })
}
