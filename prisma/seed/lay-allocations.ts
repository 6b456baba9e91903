import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { entryOfAllocationReceipt } from '@sasaeai/domain/community-chest/allocation/allocation-receipt-entry'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { id } from '@sasaeai/domain/ids'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { apportion } from '@sasaeai/domain/money/apportion'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import { type BookedEntry, idAt } from './book-bundles.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

interface PlannedAllocation {
  readonly name: string
  readonly label: string
  readonly drive: DriveKind
  readonly source: string
  /** Whether the money was collected in the same fiscal year, as that of 歳末 is. */
  readonly isOfSameYear: boolean
  readonly decided: string
  /** In thousands of yen, for the present fiscal year. */
  readonly thousands: number
  /** When it arrives, and which hundredths of it. */
  readonly parts: readonly { readonly day: string; readonly share: number }[]
  /** Projects and the hundredths that they get. */
  readonly uses: readonly PlannedUse[]
}

interface PlannedUse {
  readonly group: string
  readonly project: string
  readonly share: number
  readonly people: number
  readonly activity: string
  readonly message: string
}

const council = 'ささえ市社会福祉協議会'
const thanks = 'みなさまの募金のおかげで、地域の集いの場を続けることができました。'

const planned: readonly PlannedAllocation[] = [
  {
    name: '地域福祉活動配分金', label: 'A枠', drive: 'red_feather', source: codes.source.allocation, isOfSameYear: false, decided: '04-01', thousands: 9_860,
    parts: [{ day: '04-28', share: 60 }, { day: '10-05', share: 40 }],
    uses: [
      { group: council, project: 'ふれあいサロン活動の支援', share: 42, people: 1_840, activity: '校区ごとのサロン63か所に、会場費と材料費を助成した。', message: thanks },
      { group: council, project: '一人暮らし高齢者の見守り訪問', share: 28, people: 620, activity: '見守り協力員が月2回、安否を確かめながら訪ねた。', message: 'お顔を見て話せる日を、みなさん楽しみにされています。' },
      { group: council, project: '福祉教育・ボランティア体験', share: 20, people: 1_150, activity: '小中学校18校で、車いす体験と手話の教室を開いた。', message: '子どもたちが、町で声をかけてくれるようになりました。' },
    ],
  },
  {
    name: 'ボランティア活動配分金', label: 'B枠', drive: 'red_feather', source: codes.source.allocation, isOfSameYear: false, decided: '05-10', thousands: 3_240,
    parts: [{ day: '05-22', share: 100 }],
    uses: [
      { group: '子ども食堂ネットワークささえ', project: '子ども食堂の開催', share: 55, people: 480, activity: '市内6か所で月2回、子どもと保護者に食事を出した。', message: '「また来たい」という声が、何よりのお礼です。' },
      { group: '音訳ボランティアひばり', project: '広報の音訳', share: 30, people: 75, activity: '市の広報と社協だよりを音訳し、毎月届けた。', message: '耳で読む広報を、これからもお届けします。' },
    ],
  },
  {
    name: '歳末たすけあい配分金', label: '', drive: 'year_end_mutual_aid', source: codes.source.yearEndAllocation, isOfSameYear: true, decided: '12-10', thousands: 4_120,
    parts: [{ day: '12-18', share: 100 }],
    uses: [
      { group: council, project: '歳末友愛訪問', share: 60, people: 930, activity: '年末に民生委員と一人暮らしの方を訪ね、お正月の品を届けた。', message: 'あたたかい気持ちで新しい年を迎えられました。' },
      { group: council, project: '歳末配食サービス', share: 40, people: 410, activity: '12月29日から31日まで、夕食の弁当を届けた。', message: '年の瀬の心細さが、お弁当で和らぎました。' },
    ],
  },
]

/** 配分金 of a year, drawn before the books are written and laid after them. */
export interface DemoAllocations {
  readonly entries: readonly BookedEntry[]
  readonly allocations: readonly DemoAllocation[]
}

interface DemoAllocation {
  readonly plan: PlannedAllocation
  readonly allocationId: string
  readonly decidedOn: LocalDate
  readonly decidedYen: Yen
  readonly sourceYear: FiscalYear
  readonly receipts: readonly { readonly receiptId: string; readonly receivedOn: LocalDate; readonly amountYen: Yen; readonly entryId: EntryDraft['id'] }[]
  readonly useIds: readonly string[]
}

interface Desk {
  readonly office: DemoOffice
  readonly today: LocalDate
  /** 0 for the present fiscal year. */
  readonly yearsAgo: number
}

/** The allocations that were decided before today, and the entries that they came in by. */
export function drawAllocations(desk: Desk, year: FiscalYear): DemoAllocations {
  const random = randomStream(20_261_201 + year)
  const drawn = planned.flatMap((plan) => {
    const decidedOn = dayIn(year, plan.decided)
    if (decidedOn >= desk.today) return []
    const newId = () => idAt(new Date(`${decidedOn}T02:00:00Z`), random)
    const decidedYen = yen(Math.round(plan.thousands * (1 - 0.015 * desk.yearsAgo)) * 1_000)
    const allocation = { plan, allocationId: newId(), decidedOn, decidedYen, sourceYear: plan.isOfSameYear ? year : fiscalYear(year - 1), useIds: plan.uses.map((_use, index) => idAt(new Date(Date.parse(`${decidedOn}T03:00:00Z`) + index), random)) }
    const days = plan.parts.map(({ day }) => dayIn(year, day))
    const amounts = apportion(decidedYen, plan.parts.map(({ share }) => share))
    const parts = days.flatMap((receivedOn, index) => {
      if (receivedOn >= desk.today) return []
      const postedAt = new Date(`${receivedOn}T04:00:00Z`)
      const ids = { receiptId: idAt(postedAt, random), entryId: id<'JournalEntryId'>(idAt(postedAt, random)) }
      return [{ ...ids, receivedOn, amountYen: amounts[index] ?? decidedYen, postedAt }]
    })
    return [{ allocation: { ...allocation, receipts: parts }, entries: parts.map((part) => bookedReceipt(desk.office, allocation, part)) }]
  })
  return { entries: drawn.flatMap(({ entries }) => entries), allocations: drawn.map(({ allocation }) => allocation) }
}

function bookedReceipt(
  office: DemoOffice,
  { plan, sourceYear }: Pick<DemoAllocation, 'plan' | 'sourceYear'>,
  { receiptId, postedAt, entryId, ...part }: DemoAllocation['receipts'][number] & { readonly postedAt: Date },
): BookedEntry {
  const { name, drive, label } = plan
  const fundingSourceId = office.source(plan.source)
  const incomeAccountId = office.ground.sources.get(fundingSourceId)?.accountId
  if (incomeAccountId === undefined) throw new Error(`the demo has no funding source ${plan.source}`)
  const received = { ...part, receiptId: id<'AllocationReceiptId'>(receiptId), cashAccountId: office.account('1120'), note: '' }
  const entry = entryOfAllocationReceipt(received, { name, sourceYear, drive, label, fundingSourceId, incomeAccountId }, { id: entryId, postedById: office.accountant })
  const after = { entryDate: entry.entryDate, amountYen: part.amountYen }
  return { entry, postedAt, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId, after } }
}

/** Lays the decisions, receipts and uses of a year, after its entries are in the books. */
export async function layAllocations(tx: Tx, desk: Desk, { allocations, year }: DemoAllocations & { readonly year: FiscalYear }): Promise<void> {
  await tx.allocation.createMany({
    data: allocations.map(({ plan: { name, drive, label, source }, allocationId, decidedOn, decidedYen, sourceYear }) => ({
      id: allocationId, fiscalYear: year, sourceYear, drive, label, name, fundingSourceId: desk.office.source(source), decidedOn: toDateColumn(decidedOn),
      decidedYen: BigInt(decidedYen),
    })),
  })
  await tx.allocationReceipt.createMany({
    data: allocations.flatMap(({ allocationId, receipts }) =>
      receipts.map(({ receiptId, receivedOn, amountYen, entryId }) => ({ id: receiptId, allocationId, receivedOn: toDateColumn(receivedOn), amountYen: BigInt(amountYen), entryId }))),
  })
  await tx.allocationUse.createMany({ data: allocations.flatMap((allocation) => usesOf(allocation, { ...desk, year })) })
}

/** Reports are due on 20 April. Of the year before one is late and still to come. */
function usesOf({ plan, allocationId, decidedYen, useIds }: DemoAllocation, { year, today, yearsAgo }: { year: FiscalYear } & Omit<Desk, 'office'>) {
  const dueOn = localDate(`${year + 1}-04-20`)
  const reportedOn = nearestOfficeDay(localDate(`${year + 1}-04-14`))
  const shares = plan.uses.map(({ share }) => share)
  const rest = 100 - shares.reduce((sum, share) => sum + share, 0)
  const thousands = apportion(yen(decidedYen / 1_000), [...shares, rest])
  return plan.uses.map(({ group, project, people, activity, message }, index) => {
    const isLate = yearsAgo === 1 && plan.label === 'B枠' && index === plan.uses.length - 1
    const isReported = reportedOn < today && !isLate
    return {
      id: useIds[index] ?? '', allocationId, groupName: group, projectName: project, amountYen: BigInt((thousands[index] ?? 0) * 1_000),
      activity: isReported ? activity : '', message: isReported ? message : '', beneficiaries: isReported ? people : null,
      reportDueOn: toDateColumn(dueOn), reportedOn: isReported ? toDateColumn(reportedOn) : null,
    }
  })
}

function dayIn(year: FiscalYear, day: string): LocalDate {
  return nearestOfficeDay(localDate(`${day >= '04-01' ? year : year + 1}-${day}`))
}
