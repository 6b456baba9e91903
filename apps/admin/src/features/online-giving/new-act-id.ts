import { uuidV7 } from '@sasaeai/domain/uuid-v7'

/** The id of an act that a dialog stands for: pressed twice, it is one act. */
export function newActId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
