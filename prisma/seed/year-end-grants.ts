import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { entryOfGrantPayment } from '@sasaeai/domain/grant/application/grant-payment-entry'
import { entryOfRelief } from '@sasaeai/domain/grant/relief/relief-payment-entry'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import { type BookedEntry, idAt } from './book-bundles.ts'
import type { DemoDistrict } from './demo-areas.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { nearestOfficeDay } from './office-days.ts'
import { type RandomStream, randomStream } from './random-stream.ts'

/** A group of the demo that applies for grants. */
interface DemoGroup {
  readonly supporterId: SupporterId
  readonly name: string
  readonly project: string
}

interface DemoAward {
  readonly group: DemoGroup
  readonly applicationId: string
  readonly number: number
  readonly requestedYen: number
  /** Null as long as 配分委員会 has not met. */
  readonly awardedYen: Yen | null
  readonly paymentId: string
  readonly entryId: JournalEntryId | null
}

interface DemoRelief {
  readonly paymentId: string
  readonly className: string
  readonly areaId: string | null
  readonly recipients: number
  readonly amountYen: Yen
  readonly entryId: JournalEntryId
}

/** 歳末's grants and 見舞金 of a year, drawn before the books are written and laid after them. */
export interface DemoYearEnd {
  readonly entries: readonly BookedEntry[]
  readonly awards: readonly DemoAward[]
  readonly reliefs: readonly DemoRelief[]
  readonly paidOn: LocalDate
  readonly callIds: readonly [groups: string, relief: string]
}

const projects = ['ふれあい餅つき会', '歳末友愛訪問', '三世代交流もちつき', '配食サービス年末便', '子ども食堂クリスマス会', '一人暮らし昼食会', '障がい者クリスマスの集い', '見守りカレンダー作り']
const callNames = { groups: '歳末たすけあい 団体助成', relief: '歳末見舞金' } as const
/** 対象区分 with what one household or institution gets, in yen. */
const classes = [['生活困窮世帯', 5_000], ['ひとり親世帯', 5_000], ['障害者世帯', 3_000], ['児童施設', 20_000]] as const

/** Registers the groups behind everybody else, from a stream of random numbers of their own. */
export async function layGrantGroups(tx: Tx, districts: readonly DemoDistrict[], createdAt: Date): Promise<DemoGroup[]> {
  const random = randomStream(20_261_121)
  const [taken] = await tx.$queryRaw<{ last: number }[]>`SELECT take_numbers('supporter', 0, ${projects.length}::int) AS last`
  const first = (taken?.last ?? projects.length) - projects.length + 1
  const groups = projects.map((project, index) => {
    const place = (districts[index * 3] ?? districts[0])?.name.replace(/校区$/, '') ?? 'ささえ'
    const details = { kind: 'organization' as const, name: `${place}ふれあいサロン`, kana: 'フレアイサロン', address: `ささえ市${place}${index + 1}-1`, phone: '' }
    return { ...details, supporterId: id<'SupporterId'>(idAt(createdAt, random)), number: first + index, project }
  })
  await tx.supporter.createMany({
    data: groups.map(({ supporterId, project: _project, ...group }) => ({ id: supporterId, ...group, postalCode: '8300000', searchText: supporterSearchText(group), createdAt })),
  })
  return groups
}

interface Desk {
  readonly office: DemoOffice
  readonly groups: readonly DemoGroup[]
  readonly districts: readonly DemoDistrict[]
  readonly today: LocalDate
}

/** Draws what a year's 歳末 gives away: some four fifths of what is held on the day, in whole thousands. */
export function drawYearEnd(desk: Desk, booked: readonly BookedEntry[], year: FiscalYear): DemoYearEnd {
  const random = randomStream(20_261_121 + year)
  const paidOn = nearestOfficeDay(localDate(`${year}-12-20`))
  const isPaid = paidOn < desk.today
  const postedAt = new Date(`${paidOn}T05:00:00Z`)
  const spendable = isPaid ? thousands(heldOn(desk.office, booked, { year, paidOn }) * 0.8) : 0
  const newId = () => idAt(postedAt, random)
  const teller = { ...desk, year, paidOn, postedAt, newId, random }
  const awards = drawAwards(teller, { isPaid, shareYen: thousands((spendable * 0.4) / desk.groups.length) })
  const spent = awards.reduce((sum, { award }) => sum + (award.awardedYen ?? 0), 0)
  const reliefs = isPaid ? drawReliefs(teller, spendable - spent) : []
  return {
    entries: [...awards, ...reliefs].flatMap(({ entry }) => (entry === null ? [] : [entry])),
    awards: awards.map(({ award }) => award),
    reliefs: reliefs.map(({ relief }) => relief),
    paidOn,
    callIds: [newId(), newId()],
  }
}

function thousands(amount: number): number {
  return Math.max(0, Math.floor(amount / 1_000) * 1_000)
}

function heldOn(office: DemoOffice, booked: readonly BookedEntry[], { year, paidOn }: { year: FiscalYear; paidOn: LocalDate }): number {
  const campaignId = office.campaign(year, codes.campaign.yearEnd)
  let held = 0
  for (const { entry } of booked) {
    if (entry.entryDate > paidOn) continue
    for (const posting of entry.postings) if (posting.campaignId === campaignId) held -= posting.amountYen
  }
  return held
}

interface Teller extends Desk {
  readonly year: FiscalYear
  readonly paidOn: LocalDate
  readonly postedAt: Date
  readonly newId: () => string
  readonly random: RandomStream
}

/** The last group gets nothing; what a small demo has too little for is not awarded either. */
function drawAwards(teller: Teller, { isPaid, shareYen }: { isPaid: boolean; shareYen: number }) {
  return teller.groups.map((group, index) => {
    const awardedYen = isPaid ? yen(index === teller.groups.length - 1 ? 0 : Math.min(shareYen, 80_000)) : null
    const entryId = awardedYen === null || awardedYen === 0 ? null : journalEntryIdSchema.parse(teller.newId())
    const requestedYen = Math.max(awardedYen ?? 0, teller.random.whole(4, 10) * 10_000)
    const award: DemoAward = { group, applicationId: teller.newId(), number: index + 1, requestedYen, awardedYen, paymentId: teller.newId(), entryId }
    return { award, entry: entryId === null || awardedYen === null ? null : bookedEntry(teller, awardEntry(teller, award, { entryId, awardedYen })) }
  })
}

function awardEntry(teller: Teller, { group, number, paymentId }: DemoAward, { entryId, awardedYen }: { entryId: JournalEntryId; awardedYen: Yen }): EntryDraft {
  const paid = { paymentId: id<'GrantPaymentId'>(paymentId), amountYen: awardedYen, applicationNumber: number, projectName: group.project, groupName: group.name }
  return entryOfGrantPayment({ ...paid, ...moneyOf(teller), callName: callNames.groups }, { id: entryId, postedById: teller.office.accountant })
}

/** Households of a class in some 校区, as long as there is money. */
function drawReliefs(teller: Teller, spendable: number) {
  const reliefs: { relief: DemoRelief; entry: BookedEntry }[] = []
  let left = spendable
  for (const [className, eachYen] of classes) {
    for (const district of teller.districts.slice(0, 10)) {
      const recipients = className === '児童施設' ? 1 : teller.random.whole(3, 14)
      const amountYen = yen(recipients * eachYen)
      if (amountYen > left) continue
      left -= amountYen
      const entryId = journalEntryIdSchema.parse(teller.newId())
      const relief: DemoRelief = { paymentId: teller.newId(), className, areaId: district.areaId, recipients, amountYen, entryId }
      const paid = { ...moneyOf(teller), paymentId: id<'ReliefPaymentId'>(relief.paymentId), className, area: district, recipients, amountYen, callName: callNames.relief }
      reliefs.push({ relief, entry: bookedEntry(teller, entryOfRelief(paid, { id: entryId, postedById: teller.office.accountant })) })
    }
  }
  return reliefs
}

function moneyOf({ office, year, paidOn }: Teller) {
  const campaignId = office.campaign(year, codes.campaign.yearEnd)
  const campaign = office.ground.campaigns.get(campaignId)
  if (campaign === undefined) throw new Error(`the demo has no 歳末 of ${year}`)
  return { paidOn, debit: { accountId: campaign.custodyAccountId, campaignId }, cashAccountId: office.account('1120') }
}

function bookedEntry({ postedAt }: Teller, entry: EntryDraft): BookedEntry {
  const after = { entryDate: entry.entryDate }
  return { entry, postedAt, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }
}

/** Lays calls, applications, decisions, payments and reports of a year, after its entries are in the books. */
export async function layYearEnd(tx: Tx, desk: Desk, { year, ...drawn }: DemoYearEnd & { readonly year: FiscalYear }): Promise<void> {
  const { awards, callIds, paidOn } = drawn
  await layCalls(tx, desk.office, { year, callIds })
  const received = awards.map((award, index) => ({ ...award, receivedOn: nearestOfficeDay(localDate(`${year}-10-${String(6 + index * 3).padStart(2, '0')}`)) }))
  const known = received.filter(({ receivedOn }) => receivedOn < desk.today)
  await tx.grantApplication.createMany({
    data: known.map(({ applicationId, number, group, requestedYen, receivedOn }) => ({
      id: applicationId, callId: callIds[0], applicationNumber: number, supporterId: group.supporterId, projectName: group.project,
      purpose: '年末に地域の方が集い、見守りと交流につなげる。', requestedYen: BigInt(requestedYen), receivedOn: toDateColumn(receivedOn),
    })),
  })
  if (paidOn >= desk.today) return
  await layDecisions(tx, { year, awards, paidOn })
  await layReports(tx, { awards, year, today: desk.today })
  await layReliefs(tx, drawn)
}

async function layCalls(tx: Tx, office: DemoOffice, { year, callIds }: { year: FiscalYear; callIds: DemoYearEnd['callIds'] }): Promise<void> {
  const kinds = new Map((await tx.grantKind.findMany()).map(({ code, id: kindId }) => [code, kindId]))
  const common = { fiscalYear: year, campaignId: office.campaign(year, codes.campaign.yearEnd) }
  const day = (text: string) => toDateColumn(localDate(text))
  await tx.grantCall.createMany({
    data: [
      {
        ...common, id: callIds[0], grantKindId: kinds.get('01') ?? '', name: callNames.groups, budgetYen: 600_000n,
        opensOn: day(`${year}-10-01`), closesOn: day(`${year}-11-30`), reportDueOn: toDateColumn(lastDayOf(year)),
        guidelines: '市内で地域福祉の活動をする団体が、年末年始に行う事業を対象とします。1団体8万円まで。',
      },
      { ...common, id: callIds[1], grantKindId: kinds.get('04') ?? '', name: callNames.relief, budgetYen: 2_500_000n, opensOn: day(`${year}-12-01`), closesOn: day(`${year}-12-28`) },
    ],
  })
}

async function layDecisions(tx: Tx, { year, awards, paidOn }: { year: FiscalYear; awards: readonly DemoAward[]; paidOn: LocalDate }): Promise<void> {
  const committee = await tx.grantCommittee.create({
    data: {
      id: idAt(new Date(`${year}-12-10T02:00:00Z`), randomStream(year)), fiscalYear: year, name: '歳末たすけあい配分委員会',
      heldOn: toDateColumn(nearestOfficeDay(localDate(`${year}-12-10`))), minutes: `配分委員会綴 ${year}-1`, attendees: 9,
    },
  })
  const reason = (awardedYen: Yen | null) => (awardedYen === 0 ? '同じ事業にほかの助成があるため' : '')
  await tx.grantDecision.createMany({
    data: awards.map(({ applicationId, awardedYen }) => ({ applicationId, committeeId: committee.id, awardedYen: BigInt(awardedYen ?? 0), reason: reason(awardedYen) })),
  })
  await tx.grantPayment.createMany({
    data: awards.flatMap(({ paymentId, applicationId, awardedYen, entryId }) =>
      entryId === null || awardedYen === null ? [] : [{ id: paymentId, applicationId, paidOn: toDateColumn(paidOn), amountYen: BigInt(awardedYen), entryId }],
    ),
  })
}

/** Of each year one group has not reported yet, and one has kept a little over. */
async function layReports(tx: Tx, { awards, year, today }: { awards: readonly DemoAward[]; year: FiscalYear; today: LocalDate }): Promise<void> {
  const receivedOn = localDate(`${year + 1}-02-20`)
  if (receivedOn >= today) return
  const paid = awards.filter(({ entryId }) => entryId !== null).slice(1)
  await tx.grantReport.createMany({
    data: paid.map(({ applicationId, awardedYen, group }, index) => ({
      applicationId, receivedOn: toDateColumn(receivedOn), spentYen: BigInt(Math.max(0, (awardedYen ?? 0) - (index === 0 ? 500 : 0))),
      activity: `${group.project}を開き、食事と交流の場を設けた。`, message: 'みなさまのご寄附のおかげで、にぎやかな年末を迎えられました。', beneficiaries: 30 + index * 7,
    })),
  })
}

async function layReliefs(tx: Tx, { reliefs, callIds, paidOn }: Pick<DemoYearEnd, 'reliefs' | 'callIds' | 'paidOn'>): Promise<void> {
  const classIds = new Map((await tx.reliefClass.findMany()).map(({ name, id: classId }) => [name, classId]))
  await tx.reliefPayment.createMany({
    data: reliefs.map(({ paymentId, className, areaId, recipients, amountYen, entryId }) => ({
      id: paymentId, callId: callIds[1], reliefClassId: classIds.get(className) ?? '', areaId, paidOn: toDateColumn(paidOn), recipients, amountYen: BigInt(amountYen), entryId,
    })),
  })
}
