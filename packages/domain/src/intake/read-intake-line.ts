import type { AreaId } from '../ids.ts'
import { type Contribution, problemOfContribution } from '../ledger/contribution.ts'
import { drivesOf } from '../ledger/funding-category.ts'
import { ledgerFailures } from '../ledger/ledger-failures.ts'
import { hasFormOfSlipNumber, readSlipNumber } from '../membership-dues/request/slip-number.ts'
import { amountRefusalMessage, parseAmount } from '../money/parse-amount.ts'
import type { Yen } from '../money/yen.ts'
import { findArea } from './find-area.ts'
import { findMethod, type FoundMethod } from './find-method.ts'
import type { IntakeContext, IntakeSupporter } from './intake-context.ts'
import { type IntakeDraftLine, isBlankLine, type LineColumn } from './intake-draft.ts'
import { findLineKind, type LineKind } from './line-kind.ts'
import { readCount } from './read-count.ts'
import type { HeaderReading } from './read-intake-header.ts'

/** What a cell holds that cannot be posted, or is worth a second look. */
export interface LineRemark {
  readonly column: LineColumn
  readonly message: string
}

/** A line as it is understood. What could not be read is null and named among the problems. */
export interface LineReading {
  /** A blank line is no slip: it is neither counted nor posted. */
  readonly isBlank: boolean
  readonly kind: LineKind | null
  readonly method: FoundMethod | null
  readonly areaId: AreaId | null
  readonly supporter: IntakeSupporter | null
  readonly householdsAsked: number | null
  readonly householdsPaid: number | null
  readonly units: number | null
  readonly amountYen: Yen | null
  /** What will be booked; null while something is missing, be it the date in the header. */
  readonly contribution: Contribution | null
  /** What keeps the line from being posted, cell by cell. */
  readonly problems: readonly LineRemark[]
}

/** What a line is read against: the council's tables, the header above it, and the supporters by their numbers. */
export interface LineContext {
  readonly context: IntakeContext
  readonly header: HeaderReading
  /** Null for a number that nobody has; absent while it is still being looked up. */
  readonly supporters: ReadonlyMap<number, IntakeSupporter | null>
}

/** Reads one line of a draft. */
export function readIntakeLine(line: IntakeDraftLine, given: LineContext): LineReading {
  const isBlank = isBlankLine(line)
  const problems: LineRemark[] = []
  const kind = readKind(line, given, problems)
  const read = {
    kind,
    method: readMethod(line, given, { kind, problems }),
    areaId: readArea(line, given, problems),
    supporter: readSupporter(line, given, problems),
    householdsAsked: readHouseholds(line, 'householdsAsked', problems),
    householdsPaid: readHouseholds(line, 'householdsPaid', problems),
    units: readHouseholds(line, 'units', problems),
    amountYen: readAmount(line, problems),
  }
  const isTooLong = line.note.trim().length > 200
  if (isTooLong) problems.push({ column: 'note', message: '備考は200文字以内で入力してください。' })
  const contribution = problems.length === 0 ? contributionOf(line, given, read) : null
  const refusal = contribution === null ? null : refusalOf(contribution, given)
  return {
    ...read,
    isBlank,
    contribution: refusal === null ? contribution : null,
    problems: isBlank ? [] : refusal === null ? problems : [...problems, refusal],
  }
}

function readKind(
  { kind }: IntakeDraftLine,
  { context, header }: LineContext,
  problems: LineRemark[],
): LineKind | null {
  const found = findLineKind(context.kindsOf(header.fiscalYear), kind)
  if (found !== null) return found
  const message =
    kind.trim() === ''
      ? '種類の番号を入力してください。例：1'
      : `種類「${kind.trim()}」がこの年度にありません。番号を確かめてください。`
  problems.push({ column: 'kind', message })
  return null
}

function readMethod(
  { method }: IntakeDraftLine,
  { context }: LineContext,
  { kind, problems }: { kind: LineKind | null; problems: LineRemark[] },
): FoundMethod | null {
  if (kind === null || drivesOf(kind.category).length === 0) return null
  const found = findMethod(context.ground.methods, method)
  if (found !== null) return found
  const message =
    method.trim() === ''
      ? ledgerFailures.collection_method_missing()
      : `募金方法「${method.trim()}」がありません。番号を確かめてください。例：1`
  problems.push({ column: 'method', message })
  return null
}

function readArea({ area }: IntakeDraftLine, { context, header }: LineContext, problems: LineRemark[]): AreaId | null {
  if (area.trim() === '') return header.areaId
  const found = findArea(context.areas, area, header.areaId)
  if (found === null) {
    problems.push({
      column: 'area',
      message: remarkOnSlipNumber(area) ?? `地域「${area.trim()}」が見つかりません。番号か名前を入力し、候補から選んでください。`,
    })
  }
  return found
}

function readSupporter(
  { supporter }: IntakeDraftLine,
  { supporters }: LineContext,
  problems: LineRemark[],
): IntakeSupporter | null {
  if (supporter.trim() === '') return null
  const number = supporterNumberOf(supporter)
  const found = number === null ? null : supporters.get(number)
  if (found === null) {
    problems.push({
      column: 'supporter',
      message: remarkOnSlipNumber(supporter) ?? `支援者「${supporter.trim()}」が見つかりません。候補から選ぶか、新しく登録してください。`,
    })
  }
  return found ?? null
}

/** What to say of a 納入番号 that was left standing: who it stands for takes its place once it is picked. */
function remarkOnSlipNumber(text: string): string | null {
  const typed = text.trim()
  if (readSlipNumber(typed) !== null) return `納入番号「${typed}」の納入先が入っていません。候補が出ないときは、番号を確かめるか、名前で探してください。`
  return hasFormOfSlipNumber(typed) ? `納入番号「${typed}」は最後の確かめの数字と合いません。打ち間違いがないか確かめてください。` : null
}

/** The 支援者番号 that a cell holds, or null when it holds something else. */
export function supporterNumberOf(text: string): number | null {
  const typed = text.normalize('NFKC').trim()
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null
}

function readHouseholds(
  line: IntakeDraftLine,
  column: 'householdsAsked' | 'householdsPaid' | 'units',
  problems: LineRemark[],
): number | null {
  if (line[column].trim() === '') return null
  const count = readCount(line[column])
  if (count === null) problems.push({ column, message: '数として読み取れません。数字だけで入力してください。例：120' })
  return count
}

function readAmount({ amount }: IntakeDraftLine, problems: LineRemark[]): Yen | null {
  const parsed = parseAmount(amount)
  if (parsed.ok && parsed.yen > 0) return parsed.yen
  const message = parsed.ok ? '1円以上の金額を入力してください。' : amountRefusalMessage(parsed.reason)
  problems.push({ column: 'amount', message })
  return parsed.ok ? parsed.yen : null
}

type ReadCells = Omit<LineReading, 'isBlank' | 'contribution' | 'problems'>

function contributionOf(
  { note, supporter }: IntakeDraftLine,
  { header }: LineContext,
  read: ReadCells,
): Contribution | null {
  const { kind, amountYen } = read
  // A payer who is still being looked up must not be booked as nobody.
  if (supporter.trim() !== '' && read.supporter === null) return null
  if (header.receivedOn === null || header.cashAccountId === null || kind === null || amountYen === null) return null
  return {
    entryDate: header.receivedOn,
    cashAccountId: header.cashAccountId,
    fundingSourceId: kind.fundingSourceId,
    campaignId: kind.campaignId,
    collectionMethodId: read.method?.id,
    areaId: read.areaId ?? undefined,
    fundId: kind.fundId,
    duesKindId: kind.duesKindId,
    duesYear: kind.duesYear,
    supporterId: read.supporter?.id,
    amountYen,
    count: countOf(read),
    note: note.trim(),
  }
}

/**
 * 件数: what was typed as paid; otherwise one gift, one giver, one occasion. Households that nobody counted are not
 * guessed at: they count as none.
 */
function countOf({ householdsPaid, kind, method, supporter }: ReadCells): number {
  if (householdsPaid !== null) return householdsPaid
  const countsHouseholds =
    method === null ? kind?.category === 'membership_dues' && supporter === null : method.countMeaning === 'households'
  return countsHouseholds ? 0 : 1
}

const columnOfField: Partial<Record<keyof Contribution, LineColumn>> = {
  campaignId: 'kind',
  fundingSourceId: 'kind',
  duesKindId: 'kind',
  fundId: 'kind',
  collectionMethodId: 'method',
  areaId: 'area',
  supporterId: 'supporter',
  amountYen: 'amount',
}

function refusalOf(contribution: Contribution, { context }: LineContext): LineRemark | null {
  const problem = problemOfContribution(contribution, context.ground)
  // The header has already said what is wrong with its own account.
  if (problem === null || problem.field === 'cashAccountId') return null
  return { column: columnOfField[problem.field] ?? 'kind', message: ledgerFailures[problem.code]() }
}
