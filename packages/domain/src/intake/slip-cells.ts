import type { AreaId, DuesKindId } from '../ids.ts'
import type { FiscalYear } from '../calendar/fiscal-year.ts'
import type { IntakeContext, IntakeSupporter } from './intake-context.ts'
import type { LineColumn } from './intake-draft.ts'

/** Whom a 納入番号 was given to, and for which dues. */
export interface SlipPayer {
  readonly duesKindId: DuesKindId
  readonly duesYear: FiscalYear
  /** The association asked, or the one that a member pays through. */
  readonly areaId: AreaId | null
  /** The member asked; null where an association was. */
  readonly supporter: IntakeSupporter | null
}

interface TypedSlip {
  readonly column: 'area' | 'supporter'
  /** Whether the line has a kind already: it was typed on purpose, and stays. */
  readonly hasKind: boolean
  /** The fiscal year of the bundle, which decides what the codes of kinds mean. */
  readonly fiscalYear: FiscalYear
}

/**
 * What the cells of a line become when a 納入番号 that stands in one of them is taken: a member goes into 支援者, an
 * association into 地域, and the number itself goes. Null where the association is not in the ground data yet.
 */
export function cellsOfSlip(payer: SlipPayer, context: IntakeContext, typed: TypedSlip): Partial<Record<LineColumn, string>> | null {
  const { duesKindId, duesYear, areaId, supporter } = payer
  const kind = context.kindsOf(typed.fiscalYear).find((each) => each.duesKindId === duesKindId && each.duesYear === duesYear)
  const ofKind = typed.hasKind || kind === undefined ? {} : { kind: kind.code }
  const area = areaId === null ? undefined : context.areas.areas.get(areaId)
  if (supporter !== null) return { ...ofKind, [typed.column]: '', supporter: String(supporter.number) }
  return area === undefined ? null : { ...ofKind, [typed.column]: '', area: area.code }
}
