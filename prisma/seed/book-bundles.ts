import type { AuditNote } from '@sasaeai/api/user/record-audit-event'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { type IntakeBatchId, type IntakeLineId, id, type UserId } from '@sasaeai/domain/ids'
import type { IntakeDraft, IntakeDraftLine } from '@sasaeai/domain/intake/intake-draft'
import { type LineKind, lineKindsOf } from '@sasaeai/domain/intake/line-kind'
import type { Contribution } from '@sasaeai/domain/ledger/contribution'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { entryOfContribution } from '@sasaeai/domain/ledger/entry-of-contribution'
import { yen } from '@sasaeai/domain/money/yen'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import type { Bundle, Slip } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import type { RandomStream } from './random-stream.ts'

/** An entry with the moment at which it was booked. */
export interface BookedEntry {
  readonly entry: EntryDraft
  readonly postedAt: Date
  readonly audit: AuditNote
}

export interface BookedLine {
  readonly lineId: IntakeLineId
  readonly slip: Slip
  readonly contribution: Contribution
  readonly entryId: EntryDraft['id']
}

/** A posted batch with its lines and what was typed. */
export interface BookedBatch {
  readonly batchId: IntakeBatchId
  readonly bundle: Bundle
  readonly draft: IntakeDraft
  readonly cashAccountId: Contribution['cashAccountId']
  readonly lines: readonly BookedLine[]
  readonly postedAt: Date
}

export interface BookedYear {
  readonly entries: readonly BookedEntry[]
  readonly batches: readonly BookedBatch[]
}

/** Books the bundles of a fiscal year, in the order of their days. */
export function bookBundles(
  office: DemoOffice,
  bundles: readonly Bundle[],
  { year, random }: { year: FiscalYear; random: RandomStream },
): BookedYear {
  const kinds = new Map(lineKindsOf(office.ground, year).map((kind) => [kindKey(kind), kind]))
  const entries: BookedEntry[] = []
  const batches: BookedBatch[] = []
  let day = ''
  let minute = 0
  for (const bundle of bundles.toSorted((left, right) => (left.receivedOn < right.receivedOn ? -1 : 1))) {
    // The office opens at nine; each bundle takes a while, however many there are on the day.
    minute = bundle.receivedOn === day ? minute + 8 * random.next() : 8 * random.next()
    day = bundle.receivedOn
    const postedAt = new Date(Date.parse(`${day}T00:00:00Z`) + Math.min(minute, 530) * 60_000)
    const batchId = id<'IntakeBatchId'>(idAt(postedAt, random))
    const isBatch = bundle.door === 'intake'
    const postedById = isBatch ? office.receptionist : office.accountant
    const lines = bundle.slips.map((slip) => lineOf(office, { bundle, slip, year }, idAt.bind(null, postedAt, random)))
    entries.push(
      ...lines.map((line) => entryOf(office, line, { postedAt, postedById, batchId: isBatch ? batchId : undefined })),
    )
    if (isBatch) batches.push(batchOf(office, { batchId, bundle, lines, postedAt }, kinds))
  }
  return { entries, batches }
}

/** An id of that moment. */
export function idAt(moment: Date, random: RandomStream): string {
  return uuidV7(moment.getTime(), random.bytes(10))
}

function lineOf(
  office: DemoOffice,
  { bundle, slip, year }: { bundle: Bundle; slip: Slip; year: FiscalYear },
  newId: () => string,
): BookedLine {
  const contribution: Contribution = {
    entryDate: bundle.receivedOn,
    cashAccountId: office.account(bundle.into === 'cash' ? '1110' : '1120'),
    fundingSourceId: office.source(slip.source),
    campaignId: slip.campaign === undefined ? undefined : office.campaign(year, slip.campaign),
    collectionMethodId: slip.method === undefined ? undefined : office.method(slip.method),
    areaId: slip.areaId,
    fundId: slip.fund === undefined ? undefined : office.fund(slip.fund),
    duesKindId: slip.duesKind === undefined ? undefined : office.duesKind(slip.duesKind),
    duesYear: slip.duesKind === undefined ? undefined : (slip.duesYear ?? year),
    supporterId: slip.supporter?.supporterId,
    amountYen: yen(slip.amountYen),
    count: slip.householdsPaid ?? slip.units ?? slip.count ?? 0,
    note: slip.note ?? '',
  }
  return { lineId: id<'IntakeLineId'>(newId()), entryId: journalEntryIdSchema.parse(newId()), slip, contribution }
}

function entryOf(
  { ground }: DemoOffice,
  { contribution, entryId, lineId }: BookedLine,
  { postedAt, postedById, batchId }: { postedAt: Date; postedById: UserId; batchId: IntakeBatchId | undefined },
): BookedEntry {
  const { entryDate, amountYen } = contribution
  const entry = entryOfContribution(contribution, ground, {
    id: entryId,
    sourceKind: batchId === undefined ? 'desk' : 'intake_line',
    sourceId: lineId,
    intakeBatchId: batchId,
    postedById,
  })
  const audit = {
    action: 'ledger.post',
    subjectKind: 'journal_entry',
    subjectId: entryId,
    after: { entryDate, amountYen },
  }
  return { entry, postedAt, audit }
}

function batchOf(
  office: DemoOffice,
  { batchId, bundle, lines, postedAt }: Pick<BookedBatch, 'batchId' | 'bundle' | 'lines' | 'postedAt'>,
  kinds: ReadonlyMap<string, LineKind>,
): BookedBatch {
  const cashAccountId = office.account(bundle.into === 'cash' ? '1110' : '1120')
  const draft: IntakeDraft = {
    header: {
      receivedOn: formatLocalDateShort(bundle.receivedOn),
      bearer: bundle.bearer,
      area: areaCode(office, bundle),
      cashAccountId,
      controlCount: String(lines.length),
      controlTotal: String(lines.reduce((sum, { contribution }) => sum + contribution.amountYen, 0)),
      note: '',
    },
    lines: lines.map((line) => typedLine(office, line, kinds)),
  }
  return { batchId, bundle, draft, cashAccountId, lines, postedAt }
}

function typedLine(
  office: DemoOffice,
  { lineId, slip, contribution }: BookedLine,
  kinds: ReadonlyMap<string, LineKind>,
): IntakeDraftLine {
  const text = (figure: number | undefined) => (figure === undefined ? '' : String(figure))
  return {
    id: lineId,
    kind: kinds.get(kindKey(contribution))?.code ?? '',
    method: slip.method ?? '',
    area: areaCode(office, slip),
    supporter: text(slip.supporter?.number),
    householdsAsked: text(slip.householdsAsked),
    householdsPaid: text(slip.householdsPaid ?? slip.count),
    units: text(slip.units),
    amount: String(slip.amountYen),
    note: slip.note ?? '',
  }
}

function areaCode({ ground }: DemoOffice, { areaId }: { readonly areaId?: Bundle['areaId'] }): string {
  return areaId === undefined ? '' : (ground.areas.get(areaId)?.code ?? '')
}

function kindKey(kind: Pick<Contribution, 'fundingSourceId' | 'campaignId' | 'duesKindId' | 'duesYear' | 'fundId'>): string {
  return [kind.fundingSourceId, kind.campaignId, kind.duesKindId, kind.duesYear, kind.fundId].map((part) => part ?? '').join('|')
}
