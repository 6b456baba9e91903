import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, SupporterId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import {
  type DuesFinding,
  findingsOfPayer,
  householdsFinding,
  lateFinding,
  movedFinding,
} from '@sasaeai/domain/membership-dues/check/dues-finding'
import type { DuesProgressFacts } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import type { Deps } from '../../deps.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import {
  type MovedMember,
  type PaymentRow,
  readLatePayments,
  readMovedMembers,
  readPaymentsOfMembersThrough,
  readRepeatedPayments,
} from './checked-payments.ts'
import { readDuesProgress } from '../progress/dues-progress-query.ts'

/** 確認済み, by whom and when. */
export interface CheckMark {
  readonly note: string
  readonly markedAt: string
  readonly markedBy: string
}

export interface CheckedFinding extends DuesFinding {
  readonly mark: CheckMark | null
}

/** 確認が要る納入: what in a year's dues asks for a second look, with what somebody has already said of it. */
export async function duesChecks(deps: Deps, fiscalYear: FiscalYear): Promise<CheckedFinding[]> {
  const { db } = deps
  const [ground, repeated, late, moved, paidElsewhere, progress, marks] = await Promise.all([
    readGroundData(db),
    readRepeatedPayments(db, fiscalYear),
    readLatePayments(db, fiscalYear),
    readMovedMembers(db, fiscalYear),
    readPaymentsOfMembersThrough(db, fiscalYear),
    readDuesProgress(deps, { fiscalYear }),
    db.prisma.duesCheckMark.findMany({ where: { fiscalYear }, include: { markedBy: { select: { name: true } } } }),
  ])
  const findings = [
    ...repeatedFindings(fiscalYear, repeated),
    ...movedFindings(fiscalYear, ground, { moved, paidElsewhere }),
    ...late.map((row) => lateFinding(fiscalYear, payerOf(row, ground), row)),
    ...householdFindings(fiscalYear, progress),
  ]
  const marksByKey = new Map(marks.map((mark) => [mark.findingKey, mark]))
  return findings.map((finding) => {
    const mark = marksByKey.get(finding.key)
    if (mark === undefined) return { ...finding, mark: null }
    const { note, markedAt, markedBy } = mark
    return { ...finding, mark: { note, markedAt: markedAt.toISOString(), markedBy: markedBy.name } }
  })
}

function repeatedFindings(year: FiscalYear, rows: readonly PaymentRow[]): DuesFinding[] {
  return [...Map.groupBy(rows, ({ supporterId }) => supporterId)].flatMap(([supporterId, payments]) =>
    supporterId === null ? [] : findingsOfPayer(year, { ...namedPayer(supporterId, payments[0]), payments }),
  )
}

interface MovedRows {
  readonly moved: readonly MovedMember[]
  readonly paidElsewhere: readonly PaymentRow[]
}

/** A 班 lies within its 自治会: only an area outside the one paid through is another. */
function movedFindings(year: FiscalYear, ground: GroundData, { moved, paidElsewhere }: MovedRows): DuesFinding[] {
  const nameOf = (areaId: AreaId) => ground.areas.get(areaId)?.name ?? '（不明な地域）'
  const ofRegister = moved
    .filter(({ throughId, livesInId }) => !isWithin(livesInId, throughId, ground))
    .map((member) =>
      movedFinding(
        year,
        { ...namedPayer(member.supporterId, member), payments: [] },
        { throughName: nameOf(member.throughId), elsewhere: nameOf(member.livesInId), how: 'address' },
      ),
    )
  const told = new Set(ofRegister.map(({ supporterId }) => supporterId))
  const ofPayments = paidElsewhere.flatMap((row) => {
    if (row.supporterId === null || row.areaId === null || told.has(row.supporterId)) return []
    const payer = { ...namedPayer(row.supporterId, row), payments: [row] }
    return [movedFinding(year, payer, { throughName: '登録された地域', elsewhere: nameOf(row.areaId), how: 'payment' })]
  })
  return [...ofRegister, ...ofPayments]
}

function isWithin(areaId: AreaId, top: AreaId, { areas }: GroundData): boolean {
  for (let at: AreaId | null = areaId; at !== null; at = areas.get(at)?.parentId ?? null) if (at === top) return true
  return false
}

function householdFindings(year: FiscalYear, { facts, areas, households }: DuesProgressFacts): DuesFinding[] {
  const [counted] = households
  return facts.flatMap(({ areaId, duesKindId, paidHouseholds }) => {
    const area = areaId === null ? undefined : areas.get(areaId)
    const recorded = areaId === null ? undefined : counted?.counts.get(areaId)
    if (areaId === null || area === undefined || recorded === undefined || paidHouseholds <= recorded) return []
    const payer = { supporterId: null, areaId, name: `${area.name}（${area.code}）` }
    return [householdsFinding(year, payer, { duesKindId, paid: paidHouseholds, households: recorded })]
  })
}

function namedPayer(supporterId: SupporterId, named: { number: number | null; name: string | null } | undefined) {
  return { supporterId, areaId: null, name: `${named?.name ?? ''}（${named?.number ?? ''}）` }
}

function payerOf(row: PaymentRow, { areas }: GroundData) {
  if (row.supporterId !== null) return namedPayer(row.supporterId, row)
  const area = row.areaId === null ? undefined : areas.get(row.areaId)
  return { supporterId: null, areaId: row.areaId, name: area === undefined ? '名前のない納入' : `${area.name}（${area.code}）` }
}
