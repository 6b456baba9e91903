import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { entryOfRemittance, remittanceName } from '@sasaeai/domain/community-chest/remittance/remittance-entry'
import type { RemitCustodyInput } from '@sasaeai/domain/community-chest/remittance/remittance-input'
import { id, type RemittanceId } from '@sasaeai/domain/ids'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { lockCustody, type LockedCustody } from '../../ledger/held-in-custody.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type RemitFailure = LedgerRefusal | 'row_gone' | 'remittance_exceeds_held' | 'remittance_cash_unusable'

interface Remitted {
  readonly remittanceId: RemittanceId
  /** 回 within the drive. */
  readonly sequence: number
}

/**
 * 送金: hands over money of a drive to the 共同募金会, never more than is held. The drive is locked, so payments of it wait
 * for each other; one that is sent again is answered with what it became the first time.
 */
export async function remitCustody(deps: Deps, actor: Actor, input: RemitCustodyInput): Promise<Outcome<Remitted, RemitFailure>> {
  try {
    return await inTransaction(deps.db, (tx) => remitWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'remittedOn' } : refusal
  }
}

async function remitWithin(desk: Desk, input: RemitCustodyInput): Promise<Outcome<Remitted, RemitFailure>> {
  const { tx } = desk
  const custody = await lockCustody(tx, input.campaignId, input.remittedOn)
  if (custody === null) return fail('row_gone')
  const first = await tx.remittance.findUnique({ where: { id: input.remittanceId }, select: { sequence: true } })
  if (first !== null) return succeed({ remittanceId: input.remittanceId, sequence: first.sequence })
  if (custody.isClosed) return fail('campaign_closed')
  if (input.amountYen > custody.heldYen) {
    return fail('remittance_exceeds_held', { field: 'amountYen', about: `${formatYenDelta(yen(Math.max(0, custody.heldYen)))}円` })
  }
  if (!(await isCashOfBook(tx, input, custody))) return fail('remittance_cash_unusable', { field: 'cashAccountId' })
  return succeed(await writeRemittance(desk, input, custody))
}

async function isCashOfBook(tx: Tx, { cashAccountId }: RemitCustodyInput, { book }: LockedCustody): Promise<boolean> {
  const usable = { id: cashAccountId, book, category: 'asset', isHeading: false, closedOn: null } as const
  return (await tx.ledgerAccount.count({ where: usable })) > 0
}

async function writeRemittance({ deps, actor, tx }: Desk, input: RemitCustodyInput, custody: LockedCustody): Promise<Remitted> {
  const { remittanceId, campaignId, remittedOn, amountYen, note } = input
  const last = await tx.remittance.aggregate({ where: { campaignId }, _max: { sequence: true } })
  const sequence = (last._max.sequence ?? 0) + 1
  const numbered = { ...input, campaignName: custody.name, custodyAccountId: custody.custodyAccountId, sequence }
  const entry = entryOfRemittance(numbered, { id: id(deps.newId()), postedById: actor.userId })
  const after = { entryDate: remittedOn, amountYen }
  await postEntries({ deps, actor, tx }, [{ entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }])
  await tx.remittance.create({
    data: { id: remittanceId, campaignId, sequence, remittedOn: toDateColumn(remittedOn), amountYen: BigInt(amountYen), note, entryId: entry.id },
  })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'remittance.post',
    subjectKind: 'remittance',
    subjectId: remittanceId,
    after: { name: remittanceName(numbered), remittedOn, amountYen, note },
  })
  return { remittanceId, sequence }
}
