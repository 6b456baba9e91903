import type { AreaId, SupporterId } from '../../ids.ts'
import { readablePostalCode } from '../../text/postal-code.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import { acknowledgmentNames } from '../acknowledgment.ts'
import { donorAttributeNames } from '../donor-attribute.ts'
import { honorificOf } from '../honorific.ts'
import { receiptDeliveryNames } from '../receipt-delivery.ts'
import type { SupporterDetails } from '../supporter-details.ts'
import { supporterKindNames } from '../supporter-kind.ts'
import { guessedKind, type CellFault, type ReadSupporterLine, type SupporterPatch } from './read-supporter-line.ts'
import { supporterColumnNames } from './supporter-import-columns.ts'
import type { ImportChoice, ImportStatus } from './supporter-import-status.ts'

/** Somebody in the register whom a line may mean. */
export interface RegisteredSupporter extends SupporterDetails {
  readonly supporterId: SupporterId
  readonly number: number
  readonly revision: number
  readonly isMerged: boolean
}

export interface PlannedSupporterLine {
  readonly lineNumber: number
  readonly status: ImportStatus
  readonly choice: ImportChoice
  readonly name: string
  readonly patch: SupporterPatch
  readonly faults: readonly CellFault[]
  /** What would change, or why somebody has to look, in words. */
  readonly remarks: readonly string[]
  readonly supporterId: SupporterId | null
  readonly revision: number | null
}

export interface RegisterForImport {
  readonly supporters: readonly RegisteredSupporter[]
  readonly areaName: (areaId: AreaId) => string
}

/**
 * Compares the lines of a file with the register. A line means somebody by number and name, or by the name with everything that
 * it says of where to reach them; whoever is only alike is left to a person.
 */
export function planSupporterImport(lines: readonly ReadSupporterLine[], register: RegisterForImport): PlannedSupporterLine[] {
  const finder = finderIn(register.supporters)
  const firstLines = new Map<string, number>()
  return lines.map((line) => {
    const found = finder(line)
    const read = withArea(line, found.kind === 'one' ? found.supporter.areaId : null)
    const twin = found.kind === 'one' ? found.supporter.supporterId : keyOfLine(read)
    const first = firstLines.get(twin)
    if (read.faults.length === 0 && first === undefined) firstLines.set(twin, line.lineNumber)
    return planned(read, { found, first, register })
  })
}

type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly supporter: RegisteredSupporter }
  | { readonly kind: 'unsure'; readonly supporter: RegisteredSupporter; readonly remark: string }

/** What says where to reach somebody. */
const reaches = ['kana', 'postalCode', 'address', 'phone', 'email'] as const

function finderIn(supporters: readonly RegisteredSupporter[]): (line: ReadSupporterLine) => Found {
  const byNumber = new Map(supporters.map((each) => [each.number, each]))
  const byName = Map.groupBy(supporters.filter(({ isMerged }) => !isMerged), ({ name }) => normalizeForSearch(name))
  return ({ number, name, patch }) => {
    const numbered = number === null ? undefined : byNumber.get(number)
    const wanted = normalizeForSearch(patch.name ?? name)
    if (numbered !== undefined) {
      if (numbered.isMerged) return { kind: 'unsure', supporter: numbered, remark: `番号${numbered.number}は、名寄せでほかの支援者に統合されています。` }
      if (normalizeForSearch(numbered.name) === wanted) return { kind: 'one', supporter: numbered }
      return { kind: 'unsure', supporter: numbered, remark: `番号${numbered.number}は、名簿では「${numbered.name}」です。別の台帳の番号なら、番号の列を取り込まないようにしてください。` }
    }
    const [one, ...others] = (byName.get(wanted) ?? []).filter((each) => isReachedAlike(patch, each))
    if (one === undefined) return { kind: 'none' }
    if (others.length === 0) return { kind: 'one', supporter: one }
    return { kind: 'unsure', supporter: one, remark: `同じ名前と連絡先の支援者が${others.length + 1}人います（番号${[one, ...others].map((each) => each.number).join('、')}）。` }
  }
}

/** All that the line says of how to reach them is recorded so; where it says nothing, nothing is recorded either. */
function isReachedAlike(patch: SupporterPatch, supporter: RegisteredSupporter): boolean {
  const given = reaches.filter((field) => (patch[field] ?? '') !== '')
  if (given.length === 0) return reaches.every((field) => supporter[field] === '')
  return given.every((field) => normalizeForSearch(patch[field] ?? '') === normalizeForSearch(supporter[field]))
}

/** One name of an area may stand for several: the one that is recorded already, or the only one. */
function withArea(line: ReadSupporterLine, recorded: AreaId | null): ReadSupporterLine {
  const { areaIds } = line
  if (areaIds === null || areaIds.length === 0) return line
  const areaId = areaIds.find((each) => each === recorded) ?? (areaIds.length === 1 ? areaIds[0] : undefined)
  if (areaId !== undefined) return { ...line, patch: { ...line.patch, areaId } }
  const fault = { column: supporterColumnNames.areaId, words: `この名前の地域は${areaIds.length}つあります。地域のコードで指定してください。` }
  return { ...line, faults: [...line.faults, fault] }
}

function keyOfLine({ number, name, patch }: ReadSupporterLine): string {
  return JSON.stringify([number, normalizeForSearch(patch.name ?? name), ...reaches.map((field) => normalizeForSearch(patch[field] ?? ''))])
}

function planned(
  { lineNumber, name, patch, faults }: ReadSupporterLine,
  { found, first, register }: { found: Found; first: number | undefined; register: RegisterForImport },
): PlannedSupporterLine {
  const supporter = found.kind === 'none' ? null : found.supporter
  const own = supporter === null ? { ...patch, ...honorificToKeep(patch, undefined) } : { ...patch, ...honorificToKeep(patch, supporter) }
  const line = { lineNumber, name: patch.name ?? name, patch: own, faults, supporterId: supporter?.supporterId ?? null, revision: supporter?.revision ?? null }
  const left = { ...line, choice: 'leave' as const }
  if (faults.length > 0) return { ...left, status: 'error', remarks: [] }
  if (first !== undefined) return { ...left, status: 'twice', remarks: [`${first}行目と同じ支援者です。`] }
  if (supporter === null) {
    return { ...line, status: 'new', choice: 'create', remarks: patch.kind === undefined ? [`種類：${supporterKindNames[guessedKind(line.name)]}`] : [] }
  }
  const changes = changesOf(own, supporter, register.areaName)
  if (found.kind === 'unsure') return { ...left, status: 'unsure', remarks: [found.remark, ...changes] }
  return changes.length === 0 ? { ...left, status: 'same', remarks: [] } : { ...line, status: 'changed', choice: 'update', remarks: changes }
}

/** The 敬称 that the kind calls for anyway is not written down, unless it is recorded so. */
function honorificToKeep({ honorific, kind, name }: SupporterPatch, supporter: RegisteredSupporter | undefined): SupporterPatch {
  if (honorific === undefined || honorific === supporter?.honorific) return {}
  return honorific === honorificOf(kind ?? supporter?.kind ?? guessedKind(name ?? ''), '') ? { honorific: '' } : {}
}

/** What a line would change of somebody, as sentences: 電話番号：0942-34-3035 → 0942-00-0000. */
export function changesOf(patch: SupporterPatch, supporter: RegisteredSupporter, areaName: RegisterForImport['areaName']): string[] {
  const readable = readerOf(areaName)
  const fields = Object.keys(readable) as (keyof SupporterDetails)[]
  return fields.flatMap((field) => {
    if (patch[field] === undefined) return []
    const [before, after] = [readable[field](supporter), readable[field]({ ...supporter, ...patch })]
    return before === after ? [] : [`${supporterColumnNames[field]}：${before === '' ? '（なし）' : before} → ${after === '' ? '（なし）' : after}`]
  })
}

function readerOf(areaName: RegisterForImport['areaName']): Record<keyof SupporterDetails, (details: SupporterDetails) => string> {
  return {
    kind: ({ kind }) => supporterKindNames[kind],
    name: ({ name }) => name,
    kana: ({ kana }) => kana,
    honorific: ({ honorific }) => honorific,
    postalCode: ({ postalCode }) => readablePostalCode(postalCode),
    address: ({ address }) => address,
    mailingName: ({ mailingName }) => mailingName,
    mailingPostalCode: ({ mailingPostalCode }) => readablePostalCode(mailingPostalCode),
    mailingAddress: ({ mailingAddress }) => mailingAddress,
    phone: ({ phone }) => phone,
    email: ({ email }) => email,
    areaId: ({ areaId }) => (areaId === null ? '' : areaName(areaId)),
    acknowledgment: ({ acknowledgment }) => (acknowledgment === null ? '' : acknowledgmentNames[acknowledgment]),
    wantsMail: ({ wantsMail }) => (wantsMail ? '希望している' : '希望していない'),
    receiptDelivery: ({ receiptDelivery }) => receiptDeliveryNames[receiptDelivery],
    attribute: ({ attribute }) => donorAttributeNames[attribute],
    note: ({ note }) => note,
  }
}
