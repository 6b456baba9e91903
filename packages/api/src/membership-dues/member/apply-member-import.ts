import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { ApplyMemberImportInput } from '@sasaeai/domain/membership-dues/member/member-import-input'
import type { PlannedMember, PlannedMemberLine } from '@sasaeai/domain/membership-dues/member/plan-member-import'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import { areaOfRoute } from '@sasaeai/domain/membership-dues/member/membership-route'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { membershipRefusalOf, type MembershipRefusal } from './membership-refusal.ts'
import { planImportOfMembers } from './plan-import-of-members.ts'

export interface ImportedMembers {
  readonly added: number
  /** Of them, supporters who were registered anew. */
  readonly supporters: number
  /** Lines that were left out on purpose. */
  readonly leftOut: number
}

export type MemberImportFailure =
  | ImportFileFailure
  | MembershipRefusal
  | 'import_has_errors'
  | 'import_preview_outdated'
  | 'import_nothing_to_do'

/**
 * Takes in what the preview showed, all of it or nothing. Lines with errors keep everything out unless they are left
 * out on purpose; a plan that differs from the one shown is not applied in its place.
 */
export async function applyMemberImport(
  deps: Deps,
  actor: Actor,
  input: ApplyMemberImportInput,
): Promise<Outcome<ImportedMembers, MemberImportFailure>> {
  try {
    return await inTransaction(deps.db, (tx) => applyPlan(deps, tx, { actor, input }))
  } catch (error) {
    return membershipRefusalOf(error)
  }
}

async function applyPlan(
  deps: Deps,
  tx: Tx,
  { actor, input }: { actor: Actor; input: ApplyMemberImportInput },
): Promise<Outcome<ImportedMembers, MemberImportFailure>> {
  const plan = await planImportOfMembers(deps, tx, input)
  if (!plan.ok) return plan
  const { lines, fingerprint } = plan.value
  if (fingerprint !== input.fingerprint) return fail('import_preview_outdated')
  if (!input.leaveOutErrors && lines.some(({ status }) => status === 'error')) return fail('import_has_errors')
  const effective = lines.flatMap((line) =>
    line.member === null || (input.leaveOutNamesakes && line.isNamesake) ? [] : [{ ...line, member: line.member }],
  )
  if (effective.length === 0) return fail('import_nothing_to_do')
  const idsByKey = await registerSupporters(deps, tx, effective)
  await insertMemberships(deps, tx, { lines: effective, idsByKey })
  const unchanged = lines.filter(({ status }) => status === 'unchanged').length
  const imported = { added: effective.length, supporters: idsByKey.size, leftOut: lines.length - effective.length - unchanged }
  const after = { added: imported.added, supporters: imported.supporters }
  await recordAuditEvent(deps, tx, { actor, action: 'membership.import', subjectKind: 'membership', subjectId: deps.newId(), after })
  return succeed(imported)
}

type EffectiveLine = PlannedMemberLine & { readonly member: PlannedMember }

/** Registers each new supporter once; numbers follow the lines. Answers with their ids by the key of their lines. */
async function registerSupporters(deps: Deps, tx: Tx, lines: readonly EffectiveLine[]): Promise<Map<string, string>> {
  const firstLines = new Map<string, EffectiveLine>()
  for (const line of lines) {
    const key = line.member.newSupporterKey
    if (key !== null && !firstLines.has(key)) firstLines.set(key, line)
  }
  const numbers = await tx.$queryRaw<{ number: number }[]>`
    SELECT take_number('supporter', 0) AS number FROM generate_series(1, ${firstLines.size}::int)`
  const rows = [...firstLines].map(([key, { read, member }], index) => {
    const { name, kana, address, phone } = read
    const number = numbers[index]?.number
    if (number === undefined) throw new Error('the counter gave too few supporter numbers')
    const details = { number, name, kana, address, phone }
    return { key, id: deps.newId(), kind: member.newSupporterKind, ...details, area_id: member.areaId, search_text: supporterSearchText(details) }
  })
  await tx.$executeRaw`
    INSERT INTO supporter (id, number, kind, name, kana, address, phone, area_id, search_text, created_at)
    SELECT r.id, r.number, r.kind, r.name, r.kana, r.address, r.phone, r.area_id, r.search_text, ${deps.now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, number int, kind supporter_kind, name text, kana text, address text, phone text, area_id uuid, search_text text)`
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** One statement for the memberships and one for their 口, however many lines there are. */
async function insertMemberships(
  deps: Deps,
  tx: Tx,
  { lines, idsByKey }: { lines: readonly EffectiveLine[]; idsByKey: ReadonlyMap<string, string> },
): Promise<void> {
  const rows = lines.map(({ read, member }) => ({
    id: deps.newId(),
    supporter_id: member.supporterId ?? idsByKey.get(member.newSupporterKey ?? ''),
    dues_kind_id: member.duesKindId,
    route: member.route,
    area_id: areaOfRoute(member),
    joined_on: read.joinedOn,
    note: read.note,
    units: read.units,
  }))
  const json = JSON.stringify(rows)
  await tx.$executeRaw`
    INSERT INTO membership (id, supporter_id, dues_kind_id, route, area_id, joined_on, note)
    SELECT r.id, r.supporter_id, r.dues_kind_id, r.route, r.area_id, r.joined_on, r.note
    FROM jsonb_to_recordset(${json}::jsonb) AS r(
      id uuid, supporter_id uuid, dues_kind_id uuid, route membership_route, area_id uuid, joined_on date, note text)`
  await tx.$executeRaw`
    INSERT INTO membership_units (membership_id, effective_on, units)
    SELECT r.id, r.joined_on, r.units FROM jsonb_to_recordset(${json}::jsonb) AS r(id uuid, joined_on date, units int)`
}
