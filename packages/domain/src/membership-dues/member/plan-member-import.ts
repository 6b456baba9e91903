import { formatLocalDateShort } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId, DuesKindId, SupporterId } from '../../ids.ts'
import type { SupporterKind } from '../../supporter/supporter-kind.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { MembershipRoute } from './membership-route.ts'
import type { ReadMemberLine } from './read-member-line.ts'

export interface KnownSupporter {
  readonly supporterId: SupporterId
  readonly number: number
  readonly name: string
  readonly phone: string
}

/** What the council has already, as far as the file may touch it. */
export interface MemberRegister {
  /** Those whose number or name the file has. */
  readonly supporters: readonly KnownSupporter[]
  readonly memberships: readonly {
    readonly supporterId: SupporterId
    readonly duesKindId: DuesKindId
    readonly joinedOn: LocalDate
    readonly leftOn: LocalDate | null
  }[]
  readonly kinds: readonly {
    readonly duesKindId: DuesKindId
    readonly code: string
    readonly name: string
    readonly isClosed: boolean
    /** What somebody who is registered for this kind is. */
    readonly newSupporterKind: SupporterKind
  }[]
  readonly areas: readonly { readonly areaId: AreaId; readonly code: string; readonly name: string; readonly isClosed: boolean }[]
}

/** A membership to be made; lines with one `newSupporterKey` stand for one supporter, who is registered once. */
export interface PlannedMember {
  readonly supporterId: SupporterId | null
  readonly newSupporterKey: string | null
  readonly newSupporterKind: SupporterKind
  readonly duesKindId: DuesKindId
  readonly route: MembershipRoute
  readonly areaId: AreaId | null
}

export interface PlannedMemberLine {
  readonly lineNumber: number
  readonly status: 'error' | 'new' | 'unchanged'
  readonly name: string
  readonly duesKindName: string
  readonly errors: readonly string[]
  /** What to look at before taking the line in. */
  readonly warnings: readonly string[]
  /** Whether the line may register somebody who is there already. */
  readonly isNamesake: boolean
  /** Null for a line with errors and for a member that is there already. */
  readonly member: PlannedMember | null
  readonly read: ReadMemberLine
}

/** Says of every line what taking it in would do: a new member, nothing, or why it cannot be taken in. */
export function planMemberImport(lines: readonly ReadMemberLine[], register: MemberRegister): PlannedMemberLine[] {
  const index = indexOf(register)
  const seen = new Map<string, number>()
  return lines.map((line) => planLine(line, index, seen))
}

/** The register by what lines name: thousands of lines meet thousands of supporters. */
function indexOf({ supporters, memberships, kinds, areas }: MemberRegister) {
  return {
    openKinds: kinds.filter(({ isClosed }) => !isClosed),
    kinds: new Map(kinds.flatMap((kind) => [kind.code, kind.name].map((word) => [normalizeForSearch(word), kind] as const))),
    areas: new Map(areas.map((area) => [area.code, area])),
    byNumber: new Map(supporters.map((supporter) => [supporter.number, supporter])),
    byName: Map.groupBy(supporters, ({ name }) => normalizeForSearch(name)),
    memberships: Map.groupBy(memberships, ({ supporterId }) => supporterId),
  }
}

function planLine(line: ReadMemberLine, register: ReturnType<typeof indexOf>, seen: Map<string, number>): PlannedMemberLine {
  const errors = [...line.errors]
  const warnings: string[] = []
  const kind = register.kinds.get(normalizeForSearch(line.duesKind))
  if (line.duesKind !== '' && (kind === undefined || kind.isClosed)) {
    errors.push(`種別「${line.duesKind}」がありません。${register.openKinds.map(({ name }) => name).join('・')}のどれかを入力してください。`)
  }
  const area = register.areas.get(line.areaCode)
  if (line.areaCode !== '' && (area === undefined || area.isClosed)) errors.push(`自治会番号「${line.areaCode}」の地域がありません。`)
  const supporter = line.supporterNumber === null ? undefined : register.byNumber.get(line.supporterNumber)
  if (line.supporterNumber !== null && supporter === undefined) {
    errors.push(`支援者番号${line.supporterNumber}の支援者がいません。番号を直すか、空けて新しく登録してください。`)
  }
  if (supporter !== undefined && line.name !== '' && !same(supporter.name, line.name)) {
    warnings.push(`登録されている名前は「${supporter.name}」です。名前は変えません。`)
  }
  const namesake = line.supporterNumber === null ? namesakeOf(line, register.byName.get(normalizeForSearch(line.name)) ?? []) : undefined
  if (namesake !== undefined) warnings.push(`同じ名前の支援者がいます：${namesake.name}（番号${namesake.number}）。同じ方なら、支援者番号を入れてください。`)
  const told = { lineNumber: line.lineNumber, name: supporter?.name ?? line.name, duesKindName: kind?.name ?? line.duesKind, warnings, read: line }
  const key = supporterKey(line)
  if (kind !== undefined) errors.push(...repeated(`${key} ${kind.duesKindId}`, line.lineNumber, seen))
  if (errors.length > 0 || kind === undefined) return { ...told, status: 'error', errors, isNamesake: namesake !== undefined, member: null }
  const present = (supporter === undefined ? [] : (register.memberships.get(supporter.supporterId) ?? [])).find(
    ({ duesKindId, leftOn }) => duesKindId === kind.duesKindId && (leftOn === null || leftOn >= line.joinedOn),
  )
  if (present !== undefined) {
    const since = `もう会員です（入会 ${formatLocalDateShort(present.joinedOn)}）。`
    return { ...told, status: 'unchanged', errors, warnings: [...warnings, since], isNamesake: false, member: null }
  }
  const member = {
    supporterId: supporter?.supporterId ?? null,
    newSupporterKey: supporter === undefined ? key : null,
    newSupporterKind: kind.newSupporterKind,
    duesKindId: kind.duesKindId,
    route: line.route,
    areaId: area?.areaId ?? null,
  }
  return { ...told, status: 'new', errors, isNamesake: namesake !== undefined, member }
}

/** Whether two lines speak of the same supporter: by number, or by name and telephone number; a name alone is not enough. */
function supporterKey({ lineNumber, supporterNumber, name, phone }: ReadMemberLine): string {
  if (supporterNumber !== null) return `number ${supporterNumber}`
  return phone === '' ? `line ${lineNumber}` : `name ${normalizeForSearch(name)} ${normalizeForSearch(phone)}`
}

function repeated(key: string, lineNumber: number, seen: Map<string, number>): string[] {
  const before = seen.get(key)
  if (before === undefined) seen.set(key, lineNumber)
  return before === undefined ? [] : [`${before}行目と重なっています。`]
}

/** Of those of the same name one that is not known to have another telephone number. */
function namesakeOf(line: ReadMemberLine, ofName: readonly KnownSupporter[]): KnownSupporter | undefined {
  return ofName.find(({ phone }) => phone !== '' && same(phone, line.phone)) ?? ofName.find(({ phone }) => phone === '' || line.phone === '')
}

function same(left: string, right: string): boolean {
  return normalizeForSearch(left) === normalizeForSearch(right)
}
