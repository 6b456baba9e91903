import { calculateShareBack } from '@sasaeai/api/membership-dues/share-back/calculate-share-back'
import { issueReceipt } from '@sasaeai/api/receipt/issue-receipt'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, JournalEntryId, MembershipId, ShareBackRunId, SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import type { ACouncil } from './a-council.ts'
import { aRequest } from './a-request.ts'
import { aSlip, bookSlip } from './a-slip.ts'
import { aMember } from './an-asking.ts'
import { layShareBackTerms } from './share-back-terms.ts'

/** What a page of its own shows. */
interface AYearOfDues {
  readonly areaId: AreaId
  readonly entryId: JournalEntryId
  readonly supporterId: SupporterId
  readonly membershipId: MembershipId
  readonly shareBackRunId: ShareBackRunId
}

/**
 * Something on every page of the council's year of dues: three associations asked, one of which has paid and has its
 * receipt; a company that is a member and one that may become one; what was handed out, a briefing, and share-back
 * waiting to be looked through.
 */
export async function aYearOfDues(council: ACouncil): Promise<AYearOfDues> {
  const { deps, fiscalYear, actors } = council
  const { prisma } = deps.db
  const [areaId, duesKindId] = [council.area('日吉一丁目自治会'), council.duesKind('法人会費')]
  await layShareBackTerms(council)
  await aRequest(council)
  const { id: entryId } = await bookSlip(council, aSlip(council))
  const receipt = await issueReceipt(deps, actors.accountant, { entryIds: [entryId] })
  if (!receipt.ok) throw new Error(`no receipt: ${receipt.code}`)
  const member = await aMember(council, { name: '株式会社みずほ', duesKindId, units: 2 })
  await bookSlip(council, aSlip(council, { duesKindId, areaId, amountYen: yen(10_000), supporterId: member.supporterId }))
  await prisma.duesMaterial.create({ data: { fiscalYear, areaId, envelopesIssued: 120, envelopesReturned: 51 } })
  await prisma.outreachEvent.create({
    data: { id: deps.newId(), heldOn: toDateColumn(localDate(`${fiscalYear}-06-20`)), kind: 'association_briefing', title: '会費の説明会', areaId, attendees: 24 },
  })
  const { supporterId } = await aMember(council, { name: '有限会社ひよし', duesKindId: council.duesKind('特別会費'), units: 1 })
  await prisma.membershipProspect.create({ data: { id: deps.newId(), supporterId, duesKindId, stage: 'approached', nextAction: '資料を届ける' } })
  const run = await calculateShareBack(deps, actors.accountant, { fiscalYear, cutOffOn: localDate(`${fiscalYear}-10-31`) })
  if (!run.ok) throw new Error(`no share-back: ${run.code}`)
  return { areaId, entryId, ...member, shareBackRunId: run.value.runId }
}
