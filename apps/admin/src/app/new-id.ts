import { uuidV7 } from '@sasaeai/domain/uuid-v7'

/**
 * A new id, made in the page: of what a form or a dialog stands for, so that a second press or a repeated request is the same
 * act. By a source of randomness that pages have without https, too, as in an office's own network.
 */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
