import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { SayYearInput, YearSayings } from '@sasaeai/domain/funding-indicator/indicator/indicator-year-input'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import type { PlanReviewId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type AuditRecord, recordAuditEvent } from '../../user/record-audit-event.ts'
import { readSaidOfYear, type SaidOfYear } from './read-said-of-year.ts'

type SayingProblem = 'row_gone' | 'indicator_not_entered' | 'indicator_said_meanwhile' | 'indicator_nothing_said' | 'plan_review_mismatch'

/**
 * 目標・実績・評価 of a year. What differs from what was said last is said anew, in rows of their own; nothing is changed.
 * Somebody who was not shown the newest of them is told so.
 */
export function sayIndicatorYear(deps: Deps, actor: Actor, input: SayYearInput): Promise<Outcome<null, SayingProblem>> {
  const { indicatorId, fiscalYear, seen, sayings, planReviewId } = input
  return inTransaction(deps.db, async (tx) => {
    const indicator = await tx.fundingIndicator.findUnique({ where: { id: indicatorId }, select: { kind: true } })
    if (indicator === null) return fail('row_gone')
    if (indicator.kind === 'computed' && sayings.actual !== null) return fail('indicator_not_entered')
    if (planReviewId !== null && !(await isReviewedIn(tx, { planReviewId, indicatorId, fiscalYear }))) return fail('plan_review_mismatch')
    const said = await readSaidOfYear(tx, { indicatorId, fiscalYear })
    if (said.target?.id !== (seen.target ?? undefined) || said.actual?.id !== (seen.actual ?? undefined) || said.review?.id !== (seen.review ?? undefined)) {
      return fail('indicator_said_meanwhile')
    }
    const news = newsIn(sayings, said, planReviewId)
    if (Object.keys(news).length === 0) return fail('indicator_nothing_said')
    await insertSayings(deps, tx, { actor, indicatorId, fiscalYear, news, planReviewId })
    await recordAuditEvent(deps, tx, {
      actor, action: 'funding_indicator.say', subjectKind: 'funding_indicator', subjectId: indicatorId, before: auditedSayings(said, news), after: { fiscalYear, ...flat(news), ...(planReviewId === null ? {} : { planReviewId }) },
    })
    return succeed(null)
  })
}

/** What of a year is said anew. */
export interface News {
  readonly target?: YearSayings['target']
  readonly actual?: NonNullable<YearSayings['actual']>
  readonly review?: YearSayings['review']
}

interface NewSayings {
  readonly actor: Actor | null
  readonly indicatorId: SaidIndicator['indicatorId']
  readonly fiscalYear: FiscalYear
  readonly news: News
  /** The 点検・評価 in which it is said, if it is. */
  readonly planReviewId: PlanReviewId | null
}

/** Appends what was said; the newest row of a year counts. */
export async function insertSayings(deps: Deps, tx: Tx, { actor, indicatorId, fiscalYear, news, planReviewId }: NewSayings): Promise<void> {
  const row = () => ({ id: deps.newId(), indicatorId, fiscalYear, recordedById: actor?.userId ?? null })
  if (news.target !== undefined) await tx.indicatorTarget.create({ data: { ...row(), ...news.target } })
  if (news.actual !== undefined) await tx.indicatorActual.create({ data: { ...row(), ...news.actual } })
  if (news.review !== undefined) await tx.indicatorReview.create({ data: { ...row(), ...news.review, planReviewId } })
}

/** Whether the 点検・評価 looked at that year, and its plan is measured by that indicator. */
async function isReviewedIn(tx: Tx, { planReviewId, indicatorId, fiscalYear }: Pick<NewSayings, 'indicatorId' | 'fiscalYear'> & { readonly planReviewId: PlanReviewId }): Promise<boolean> {
  return (await tx.planReview.count({ where: { id: planReviewId, fiscalYear, plan: { indicators: { some: { indicatorId } } } } })) > 0
}

/** A committee that says what was said before makes it its own. */
function newsIn({ target, actual, review }: YearSayings, said: SaidOfYear, planReviewId: PlanReviewId | null): News {
  const isConfirmed = planReviewId !== null && said.review !== undefined && said.review.planReviewId !== planReviewId
  return {
    ...(isNew(target, said.target, { value: null, note: '' }) ? { target } : {}),
    ...(actual !== null && isNew(actual, said.actual, { value: null, asOfLabel: '', source: '', note: '' }) ? { actual } : {}),
    ...(isConfirmed || isNew(review, said.review, { grade: null, assessment: '', nextIssue: '' }) ? { review } : {}),
  }
}

/** Where nothing was said yet, saying nothing is no news. */
function isNew<Said extends object>(now: Said, before: Said | undefined, silence: Said): boolean {
  const known = new Map<string, unknown>(Object.entries(before ?? silence))
  return Object.entries(now).some(([field, value]) => known.get(field) !== value)
}

/** The fields of what was said, as the audit log names them. */
function flat({ target, actual, review }: News): AuditRecord {
  return {
    ...(target === undefined ? {} : { indicatorTarget: target.value, ...(target.note === '' ? {} : { targetNote: target.note }) }),
    ...(actual === undefined ? {} : { indicatorActual: actual.value, asOfLabel: actual.asOfLabel, source: actual.source, note: actual.note }),
    ...(review === undefined ? {} : { ...review }),
  }
}

function auditedSayings(said: SaidOfYear, news: News): AuditRecord {
  return flat({
    ...(news.target === undefined || said.target === undefined ? {} : { target: said.target }),
    ...(news.actual === undefined || said.actual === undefined ? {} : { actual: said.actual }),
    ...(news.review === undefined || said.review === undefined ? {} : { review: withoutId(said.review) }),
  })
}

function withoutId({ grade, assessment, nextIssue }: NonNullable<SaidOfYear['review']>): YearSayings['review'] {
  return { grade, assessment, nextIssue }
}
