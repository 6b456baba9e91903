import { createHash } from 'node:crypto'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { memberImportColumns } from '@sasaeai/domain/membership-dues/member/member-import-columns'
import type { MemberImportInput } from '@sasaeai/domain/membership-dues/member/member-import-input'
import { type MemberRegister, planMemberImport, type PlannedMemberLine } from '@sasaeai/domain/membership-dues/member/plan-member-import'
import { isSumLine, type ReadMemberLine, readMemberLine } from '@sasaeai/domain/membership-dues/member/read-member-line'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Deps } from '../../deps.ts'

export interface MemberImportPlan {
  readonly lines: readonly PlannedMemberLine[]
  /** Columns that the import does not know and therefore leaves out. */
  readonly ignoredHeadings: readonly string[]
  /** Stands for exactly this plan; another file, or a register that changed meanwhile, has another one. */
  readonly fingerprint: string
}

/** Reads the file and compares it with the register as the transaction sees it. Changes nothing. */
export async function planImportOfMembers(
  deps: Deps,
  tx: Tx,
  input: MemberImportInput,
): Promise<Outcome<MemberImportPlan, ImportFileFailure>> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { readImportLines } = await import('@sasaeai/documents/read-import-lines')
  const typed = await readImportLines(Buffer.from(input.file, 'base64'), memberImportColumns)
  if (!typed.ok) return typed
  const defaults = { today: localDateInTokyo(deps.now()), joinedOn: input.joinedOn }
  const read = typed.value.lines.filter((line) => !isSumLine(line)).map((line) => readMemberLine(line, defaults))
  const lines = planMemberImport(read, await readRegister(tx, read))
  const fingerprint = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
  return succeed({ lines, ignoredHeadings: typed.value.ignored, fingerprint })
}

async function readRegister(tx: Tx, lines: readonly ReadMemberLine[]): Promise<MemberRegister> {
  const [supporters, kinds, areas] = await Promise.all([
    readSupporters(tx, lines),
    tx.duesKind.findMany({ include: { terms: { orderBy: { fiscalYear: 'desc' }, take: 1, select: { payer: true } } } }),
    tx.area.findMany({ select: { id: true, code: true, name: true, closedOn: true } }),
  ])
  const memberships = await tx.membership.findMany({ where: { supporterId: { in: supporters.map(({ supporterId }) => supporterId) } } })
  return {
    supporters,
    memberships: memberships.map(({ supporterId, duesKindId, joinedOn, leftOn }) => ({
      supporterId: id(supporterId),
      duesKindId: id(duesKindId),
      joinedOn: fromDateColumn(joinedOn),
      leftOn: fromNullableDateColumn(leftOn),
    })),
    kinds: kinds.map(({ code, name, closedOn, terms, ...kind }) => ({
      duesKindId: id(kind.id),
      code,
      name,
      isClosed: closedOn !== null,
      newSupporterKind: terms[0]?.payer === 'organization' ? 'organization' : 'person',
    })),
    areas: areas.map(({ code, name, closedOn, ...area }) => ({ areaId: id(area.id), code, name, isClosed: closedOn !== null })),
  }
}

/** Those with a number of the file, and those of a name of the file, however it is written. Who was merged is their survivor. */
async function readSupporters(tx: Tx, lines: readonly ReadMemberLine[]): Promise<MemberRegister['supporters']> {
  const numbers = lines.flatMap(({ supporterNumber }) => supporterNumber ?? [])
  const names = lines.flatMap(({ supporterNumber, name }) => (supporterNumber === null && name !== '' ? [normalizeForSearch(name)] : []))
  return tx.$queryRaw<MemberRegister['supporters'][number][]>`
    SELECT id::text AS "supporterId", number, name, phone FROM supporter
      WHERE merged_into_id IS NULL
        AND (number = ANY(${numbers}::int[]) OR split_part(search_text, '|', 1) = ANY(${[...new Set(names)]}::text[]))
    UNION ALL
    SELECT s.id::text, o.number, s.name, s.phone FROM supporter o JOIN supporter s ON s.id = o.merged_into_id
      WHERE o.number = ANY(${numbers}::int[])
    ORDER BY number`
}
