import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { emptyLine, type IntakeDraft, type IntakeDraftLine } from '@sasaeai/domain/intake/intake-draft'
import type { DemoAssociation } from './demo-areas.ts'
import type { DemoOffice } from './demo-ground.ts'

interface Desk {
  readonly office: DemoOffice
  readonly newId: () => string
  readonly today: LocalDate
  /** Whose bundles are on the desk this morning. */
  readonly associations: readonly DemoAssociation[]
}

/** Two bundles that somebody has begun to type today: one that foots, and one that still lacks a slip. */
export async function layOpenDrafts(tx: Tx, desk: Desk): Promise<void> {
  const [first, second] = desk.associations
  if (first === undefined || second === undefined) return
  await layDraft(tx, desk, {
    association: first,
    note: '控えと照合済み',
    lines: [
      { kind: '1', households: 84, amount: 42_000 },
      { kind: '2', method: '1', households: 91, amount: 27_300 },
      { kind: '3', method: '1', households: 88, amount: 17_600 },
    ],
    missingYen: 0,
  })
  await layDraft(tx, desk, {
    association: second,
    note: '歳末の封筒がまだ',
    lines: [{ kind: '2', method: '1', households: 132, amount: 39_600 }],
    missingYen: 26_400,
  })
}

interface Begun {
  readonly association: DemoAssociation
  readonly note: string
  readonly lines: readonly { kind: string; method?: string; households: number; amount: number }[]
  /** How much of the control total has not been typed yet. */
  readonly missingYen: number
}

async function layDraft(
  tx: Tx,
  { office, newId, today }: Desk,
  { association, note, lines, missingYen }: Begun,
): Promise<void> {
  const typed = lines.map(({ households, amount, ...line }): IntakeDraftLine => ({
    ...emptyLine(id<'IntakeLineId'>(newId()), line),
    area: association.code,
    householdsAsked: String(association.households),
    householdsPaid: String(households),
    amount: String(amount),
  }))
  const totalYen = lines.reduce((sum, line) => sum + line.amount, 0)
  const controlCount = lines.length + (missingYen > 0 ? 1 : 0)
  const draft: IntakeDraft = {
    header: {
      receivedOn: formatLocalDateShort(today),
      bearer: `${association.name} 会計`,
      area: association.code,
      cashAccountId: null,
      controlCount: String(controlCount),
      controlTotal: String(totalYen + missingYen),
      note,
    },
    lines: typed,
  }
  await tx.intakeBatch.create({
    data: {
      id: newId(),
      status: 'draft',
      draft: { ...draft, typed: { count: lines.length, totalYen } },
      receivedOn: toDateColumn(today),
      bearer: draft.header.bearer,
      areaId: association.areaId,
      cashAccountId: office.account('1110'),
      controlCount,
      controlTotalYen: totalYen + missingYen,
      note,
      createdById: office.receptionist,
      updatedById: office.receptionist,
    },
  })
}
