import { expect, test } from 'vitest'
import { type PostingQuestion, refusalOfPosting } from './refusal-of-posting.ts'
import { sampleId } from './sample-ground.ts'

const handedIn: PostingQuestion = {
  status: 'submitted',
  submittedById: sampleId(1),
  requiresApproval: true,
  posterId: sampleId(2),
  mayApprove: true,
}

test.each<[string, Partial<PostingQuestion>, string | null]>([
  ['what somebody else handed in', {}, null],
  ['a draft that nobody handed in', { status: 'draft', submittedById: null }, 'approval_required'],
  ['what one handed in oneself', { posterId: sampleId(1) }, 'approval_by_same_person'],
  ['without the right to approve', { mayApprove: false }, 'approval_not_allowed'],
  ['what was thrown away', { status: 'discarded' }, 'batch_not_editable'],
  [
    'a draft where no second person is asked for',
    { status: 'draft', requiresApproval: false, mayApprove: false },
    null,
  ],
])('posting %s', (_, change, refusal) => {
  expect(refusalOfPosting({ ...handedIn, ...change })).toBe(refusal)
})
