import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { SupporterId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { AddressPurpose, MovedDetails, MoveSupporterInput } from '@sasaeai/domain/supporter/address/supporter-move'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { refreshSearchText } from '../refresh-search-text.ts'

type MoveFailure = 'supporter_not_found' | 'supporter_merged' | 'changed_meanwhile' | 'move_before_last' | 'supporter_area_gone'

/** 転居: a new address from a day on. What held until then is kept, so that old papers and old post can be understood. */
export async function moveSupporter(
  deps: Deps,
  actor: Actor,
  { supporterId, revision, details }: MoveSupporterInput,
): Promise<Outcome<{ supporterId: SupporterId }, MoveFailure>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const supporter = await tx.supporter.findUnique({ where: { id: supporterId } })
      if (supporter === null) return fail('supporter_not_found')
      if (supporter.mergedIntoId !== null) return fail('supporter_merged')
      if (supporter.revision !== revision) return fail('changed_meanwhile')
      const until = standingAddress(supporter, details.purpose)
      if (until.fromOn !== null && details.movedOn < until.fromOn) return fail('move_before_last', { field: 'movedOn', about: formatLocalDate(until.fromOn) })
      await keepFormerAddress(deps, tx, { supporterId, details, until })
      await tx.supporter.update({ where: { id: supporterId }, data: newAddress(details) })
      await refreshSearchText(tx, supporterId)
      const { fromOn: _fromOn, ...before } = until
      const { movedOn, recipient, postalCode, address } = details
      await recordAuditEvent(deps, tx, {
        actor, action: 'supporter_address.record', subjectKind: 'supporter', subjectId: supporterId,
        before, after: { recipient, postalCode, address, movedOn },
      })
      return succeed({ supporterId })
    })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_area_gone', { field: 'areaId' })
    throw error
  }
}

type Standing = ReturnType<typeof standingAddress>

/** The address that holds as yet. */
function standingAddress(supporter: NonNullable<Awaited<ReturnType<Tx['supporter']['findUnique']>>>, purpose: AddressPurpose) {
  const { postalCode, address, addressFrom, mailingName, mailingPostalCode, mailingAddress, mailingFrom } = supporter
  return purpose === 'home'
    ? { recipient: '', postalCode, address, fromOn: fromNullableDateColumn(addressFrom) }
    : { recipient: mailingName, postalCode: mailingPostalCode, address: mailingAddress, fromOn: fromNullableDateColumn(mailingFrom) }
}

/** Nothing is kept of somebody who had no address. */
async function keepFormerAddress(
  deps: Deps,
  tx: Tx,
  { supporterId, details, until }: { supporterId: SupporterId; details: MovedDetails; until: Standing },
): Promise<void> {
  if (until.address === '') return
  const { recipient, postalCode, address, fromOn } = until
  await tx.supporterFormerAddress.create({
    data: {
      id: deps.newId(), supporterId, purpose: details.purpose, recipient, postalCode, address,
      fromOn: fromOn === null ? null : toDateColumn(fromOn), untilOn: toDateColumn(details.movedOn), recordedAt: deps.now(),
    },
  })
}

function newAddress({ purpose, movedOn, recipient, postalCode, address, areaId }: MovedDetails) {
  const from = toDateColumn(movedOn)
  if (purpose === 'home') return { postalCode, address, addressFrom: from, areaId }
  const isApart = address !== ''
  return { mailingName: isApart ? recipient : '', mailingPostalCode: isApart ? postalCode : '', mailingAddress: address, mailingFrom: isApart ? from : null }
}
