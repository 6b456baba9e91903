import { id, type IntakeBatchId, type IntakeLineId } from '@sasaeai/domain/ids'
import { newId } from '../../app/new-id.ts'

/** An id for a line that is being added. */
export function newLineId(): IntakeLineId {
  return id<'IntakeLineId'>(newId())
}

/** An id for a batch that is being opened. */
export function newBatchId(): IntakeBatchId {
  return id<'IntakeBatchId'>(newId())
}
