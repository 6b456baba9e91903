import type { LocalDate } from '../calendar/local-date.ts'
import type { AreaId, AreaTypeId } from '../ids.ts'
import { normalizeForSearch } from '../text/search-text.ts'
import type { AreaDetails } from './area-details.ts'
import type { ReadAreaLine, ReadHouseholds } from './area-import-line.ts'
import { householdBasisNames, type HouseholdBasis } from './household-basis.ts'

/** The tree as it stands before the import. */
export interface AreaTree {
  readonly areas: readonly (AreaDetails & { readonly areaId: AreaId })[]
  readonly types: readonly { readonly areaTypeId: AreaTypeId; readonly name: string; readonly level: number }[]
  /** The households of the fiscal year that the import is for. */
  readonly households: readonly (ReadHouseholds & { readonly areaId: AreaId })[]
}

export interface PlannedAreaLine {
  readonly lineNumber: number
  readonly code: string
  readonly name: string
  readonly status: 'new' | 'changed' | 'unchanged' | 'error'
  readonly errors: readonly string[]
  /** What the line would change of an area that is there. */
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** The area as it would be; null where the line cannot be understood. The parent goes by code: it may be new too. */
  readonly area: PlannedArea | null
}

export interface PlannedArea extends Omit<AreaDetails, 'parentId'> {
  /** Null for an area that is not there yet. */
  readonly areaId: AreaId | null
  readonly parentCode: string | null
  readonly households: readonly ReadHouseholds[]
}

/**
 * Compares the lines of a file with the tree: which areas are new, which change and how, and what keeps a line from
 * coming in. Nothing is decided silently: a faulty line is an error with a sentence, never a guess.
 */
export function planAreaImport(
  lines: readonly { readonly line: ReadAreaLine; readonly errors: readonly string[] }[],
  tree: AreaTree,
): PlannedAreaLine[] {
  const firstLines = new Map<string, number>()
  const drafted = lines.map(({ line, errors }) => {
    const first = firstLines.get(line.code)
    if (first === undefined) firstLines.set(line.code, line.lineNumber)
    const twice = first === undefined || line.code === '' ? [] : [`コード「${line.code}」が${first}行目と重なっています。`]
    return draftOf(line, [...errors, ...twice], tree)
  })
  return concludedTogether(drafted, tree)
}

/** A line that stays out takes with it the lines that stand below it, hence until no further line falls out. */
function concludedTogether(drafts: readonly Draft[], tree: AreaTree): PlannedAreaLine[] {
  let usable = drafts.filter((draft) => draft.errors.length === 0)
  for (;;) {
    const levels = levelsByCode(usable, tree)
    const planned = drafts.map((draft) => concluded(draft, { tree, levels }))
    const left = usable.filter((draft) => planned[drafts.indexOf(draft)]?.status !== 'error')
    if (left.length === usable.length) return planned
    usable = left
  }
}

interface Draft {
  readonly line: ReadAreaLine
  readonly errors: readonly string[]
  readonly area: PlannedArea | null
}

function draftOf(line: ReadAreaLine, errors: readonly string[], tree: AreaTree): Draft {
  const existing = tree.areas.find((area) => area.code === line.code)
  const root = tree.areas.find((area) => area.parentId === null)
  const parentCode = line.parentCode ?? (existing === undefined ? (root?.code ?? null) : codeOfParent(existing, tree))
  const typeId = typeOf(line, { existing, parentCode, tree })
  if (typeId === undefined) {
    const names = tree.types.map((type) => type.name).join('・')
    const fault =
      line.typeName === undefined
        ? `種類を決められません。「種類」列に${names}のどれかを入力してください。`
        : `種類「${line.typeName}」は登録されていません。${names}のどれかにするか、先に種類を追加してください。`
    return { line, errors: [...errors, fault], area: null }
  }
  const area: PlannedArea = {
    areaId: existing?.areaId ?? null,
    code: line.code,
    name: line.name,
    kana: line.kana ?? existing?.kana ?? '',
    note: line.note ?? existing?.note ?? '',
    areaTypeId: typeId,
    parentCode,
    households: line.households,
  }
  return { line, errors, area }
}

/** The type that the line names, else that of the area as it is, else the level right below its parent. */
function typeOf(
  line: ReadAreaLine,
  { existing, parentCode, tree }: { existing: AreaDetails | undefined; parentCode: string | null; tree: AreaTree },
): AreaTypeId | undefined {
  if (line.typeName !== undefined) {
    const wanted = normalizeForSearch(line.typeName)
    return tree.types.find((type) => normalizeForSearch(type.name) === wanted)?.areaTypeId
  }
  if (existing !== undefined) return existing.areaTypeId
  const parent = tree.areas.find((area) => area.code === parentCode)
  const parentLevel = tree.types.find((type) => type.areaTypeId === parent?.areaTypeId)?.level
  if (parentLevel === undefined) return undefined
  const below = tree.types.filter((type) => type.level > parentLevel)
  return below.toSorted((left, right) => left.level - right.level)[0]?.areaTypeId
}

function codeOfParent(area: AreaDetails, tree: AreaTree): string | null {
  return tree.areas.find((each) => each.areaId === area.parentId)?.code ?? null
}

/** The level of every area once these lines have come in, by code. */
function levelsByCode(drafts: readonly Draft[], tree: AreaTree): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  const levelOf = (typeId: AreaTypeId) => tree.types.find((type) => type.areaTypeId === typeId)?.level ?? 0
  for (const area of tree.areas) levels.set(area.code, levelOf(area.areaTypeId))
  for (const { area } of drafts) {
    if (area !== null) levels.set(area.code, levelOf(area.areaTypeId))
  }
  return levels
}

function concluded(
  { line, errors, area }: Draft,
  { tree, levels }: { tree: AreaTree; levels: ReadonlyMap<string, number> },
): PlannedAreaLine {
  const { lineNumber, code, name } = line
  const faults = [...errors, ...(area === null ? [] : faultsOfPlace(area, { tree, levels }))]
  if (area === null || faults.length > 0) {
    return { lineNumber, code, name, status: 'error', errors: faults, changes: [], area }
  }
  const changes = changesOf(area, tree)
  const status = area.areaId === null ? 'new' : changes.length > 0 ? 'changed' : 'unchanged'
  return { lineNumber, code, name, status, errors: [], changes, area }
}

/** A parent must be there, or come with the file, and stand above; what stands below must stay below. */
function faultsOfPlace(
  area: PlannedArea,
  { tree, levels }: { tree: AreaTree; levels: ReadonlyMap<string, number> },
): string[] {
  const level = tree.types.find((type) => type.areaTypeId === area.areaTypeId)?.level ?? 0
  if (area.parentCode !== null) {
    const parentLevel = levels.get(area.parentCode)
    if (parentLevel === undefined) return [`親コード「${area.parentCode}」の地域がありません。先に登録するか、同じファイルに入れてください。`]
    if (parentLevel >= level) return [`親コード「${area.parentCode}」の地域は、この行より上の種類ではありません。種類か親コードを直してください。`]
  }
  const children = tree.areas.filter((each) => each.parentId !== null && each.parentId === area.areaId)
  const tooHigh = children.find((child) => (levels.get(child.code) ?? 0) <= level)
  return tooHigh === undefined ? [] : [`下に「${tooHigh.name}」があるため、この種類にはできません。`]
}

function changesOf(area: PlannedArea, tree: AreaTree): { label: string; before: string; after: string }[] {
  const existing = tree.areas.find((each) => each.areaId === area.areaId)
  if (existing === undefined) return []
  const typeName = (typeId: AreaTypeId) => tree.types.find((type) => type.areaTypeId === typeId)?.name ?? ''
  const pairs: [string, string, string][] = [
    ['名称', existing.name, area.name],
    ['フリガナ', existing.kana, area.kana],
    ['備考', existing.note, area.note],
    ['種類', typeName(existing.areaTypeId), typeName(area.areaTypeId)],
    ['上位の地域', codeOfParent(existing, tree) ?? '', area.parentCode ?? ''],
    ...area.households.map((count): [string, string, string] => [
      householdBasisNames[count.basis],
      householdsText(tree.households.find((each) => each.areaId === existing.areaId && each.basis === count.basis)),
      householdsText(count),
    ]),
  ]
  return pairs.filter(([, before, after]) => before !== after).map(([label, before, after]) => ({ label, before, after }))
}

function householdsText(count: { basis: HouseholdBasis; households: number; asOf: LocalDate } | undefined): string {
  return count === undefined ? 'なし' : `${count.households.toLocaleString('ja-JP')}世帯（${count.asOf}）`
}
