import { id, type IntakeBatchId, type IntakeLineId } from '@sasaeai/domain/ids'
import { newUuid } from './draft-mirror.ts'

/** An id for a line that is being added. */
export function newLineId(): IntakeLineId {
  return id<'IntakeLineId'>(newUuid())
}

/** An id for a batch that is being opened. */
export function newBatchId(): IntakeBatchId {
  return id<'IntakeBatchId'>(newUuid())
}
