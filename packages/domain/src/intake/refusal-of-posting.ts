import type { UserId } from '../ids.ts'
import type { IntakeStatus } from './intake-status.ts'

/** What decides whether somebody may post a batch, besides what stands in it. */
export interface PostingQuestion {
  readonly status: IntakeStatus
  readonly submittedById: UserId | null
  /** 受付の承認: whether this council wants a second person to post. */
  readonly requiresApproval: boolean
  readonly posterId: UserId
  /** Whether the poster's role may approve what others handed in. */
  readonly mayApprove: boolean
}

export type PostingRefusal =
  | 'batch_not_editable'
  | 'approval_required'
  | 'approval_by_same_person'
  | 'approval_not_allowed'

/**
 * Why somebody may not post a batch, or null when they may. Where approval is required, four eyes see the money: what
 * one person handed in, another one who may approve posts.
 */
export function refusalOfPosting(question: PostingQuestion): PostingRefusal | null {
  if (question.status === 'discarded') return 'batch_not_editable'
  if (!question.requiresApproval) return null
  if (question.status !== 'submitted') return 'approval_required'
  if (question.submittedById === question.posterId) return 'approval_by_same_person'
  return question.mayApprove ? null : 'approval_not_allowed'
}
