import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation, isUniqueViolation, violatedConstraint } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type GoodwillActKind, goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import type { GoodwillUndoReason } from '@sasaeai/domain/goodwill-bank/act/undo-goodwill-act-input'
import type { GoodwillActId } from '@sasaeai/domain/ids'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'

/** Where a command of 善意銀行 stands: inside its one transaction. */
export interface GoodwillDesk {
  readonly deps: Deps
  readonly actor: Actor
  readonly tx: Tx
}

/** What a command answers: which act it became, and how that is called (預託8-12). */
export interface RecordedAct {
  readonly actId: GoodwillActId
  readonly name: string
}

export type ActRefusal = LedgerRefusal | 'goods_not_enough' | 'goodwill_day_ahead' | 'goodwill_recorded_otherwise' | 'goodwill_already_undone' | 'year_not_open'

interface NewAct {
  readonly actId: GoodwillActId
  readonly kind: GoodwillActKind
  readonly actedOn: LocalDate
  readonly undoes?: { readonly actId: GoodwillActId; readonly reason: GoodwillUndoReason }
}

/** Writes the act under the next number of its kind and year, at the time of its entries; a refused one gives its number back. */
export async function writeGoodwillAct({ actor, tx }: GoodwillDesk, { actId, kind, actedOn, undoes }: NewAct): Promise<RecordedAct> {
  const year = fiscalYearOf(actedOn)
  const [taken] = await tx.$queryRaw<{ number: number }[]>`SELECT take_number(${`goodwill_${kind}`}, ${year}::int) AS number`
  if (taken === undefined) throw new Error('the counter gave no number')
  await tx.goodwillAct.create({
    data: {
      id: actId, kind, fiscalYear: year, actNumber: taken.number, actedOn: toDateColumn(actedOn), actedById: actor.userId,
      undoesActId: undoes?.actId ?? null, undoReason: undoes?.reason ?? null,
    },
  })
  return { actId, name: goodwillActName({ kind, fiscalYear: year, number: taken.number }) }
}

interface AskedAct {
  readonly actId: GoodwillActId
  readonly kind: GoodwillActKind
  readonly day: LocalDate
}

/** What an act of that id was answered before, so that it is recorded once; null when there is none yet. */
export async function answerOfFirstAct({ db }: Deps, { actId, kind, day }: AskedAct): Promise<Outcome<RecordedAct, 'goodwill_recorded_otherwise'> | null> {
  const { rows } = await db.pool.query<{ kind: GoodwillActKind; year: number; number: number; actedOn: LocalDate }>(
    `SELECT kind, fiscal_year AS year, act_number AS number, acted_on AS "actedOn" FROM goodwill_act WHERE id = $1`,
    [actId],
  )
  const [first] = rows
  if (first === undefined) return null
  if (first.kind !== kind || first.actedOn !== day) return fail('goodwill_recorded_otherwise')
  return succeed({ actId, name: goodwillActName({ kind, fiscalYear: fiscalYear(first.year), number: first.number }) })
}

/**
 * Runs a command once however often it is sent: a repeat is answered with the act that it became the first time, and
 * refusals of the database's own come back in words. `dayField` is the input field of the day.
 */
export async function recordOnce<Refusal extends string>(
  deps: Deps,
  asked: AskedAct & { readonly dayField: string },
  record: () => Promise<Outcome<RecordedAct, Refusal>>,
): Promise<Outcome<RecordedAct, Refusal | ActRefusal | 'reference_gone'>> {
  const first = await answerOfFirstAct(deps, asked)
  if (first !== null) return first
  if (asked.day > localDateInTokyo(deps.now())) return fail('goodwill_day_ahead', { field: asked.dayField })
  const outcome = await record().catch((error: unknown) => {
    const refusal = refusalOfAct(error, asked.dayField)
    if (refusal === null) throw error
    return refusal
  })
  // What is refused may have been sent twice in one moment: the other one was quicker, and has taken what there was.
  return outcome.ok ? outcome : ((await answerOfFirstAct(deps, asked)) ?? outcome)
}

/** What a refusal of the database's own means, or null when it is none of these. */
function refusalOfAct(error: unknown, dayField: string): Failure<ActRefusal | 'reference_gone'> | null {
  if (sqlStateOf(error) === 'SA041') return fail('goods_not_enough', shortItem(error))
  if (isUniqueViolation(error)) {
    const constraint = violatedConstraint(error)
    if (constraint === 'goodwill_act_undoes_act_id_key') return fail('goodwill_already_undone')
    if (constraint === 'goodwill_act_pkey') return fail('goodwill_recorded_otherwise')
  }
  const refusal = ledgerRefusalOf(error)
  if (refusal !== null) return refusal.code === 'period_closed' ? { ...refusal, field: dayField } : refusal
  return isForeignKeyViolation(error) ? missingReferenceOf(error) : null
}

/** The item stands at the end of the sentence that the trigger raises. */
function shortItem(error: unknown): { about?: string } {
  const item = error instanceof Error ? /not enough goods: ([^\n"`]+)/.exec(error.message)?.[1] : undefined
  return item === undefined ? {} : { about: item.trim() }
}
