import { intakeLineIdSchema } from '@sasaeai/domain/id-schemas'
import {
  emptyLine,
  type IntakeDraft,
  type IntakeDraftHeader,
  intakeDraftSchema,
  type IntakeDraftLine,
} from '@sasaeai/domain/intake/intake-draft'
import type { Deps } from '@sasaeai/api/deps'

/** A draft as a clerk would have typed it: cells that are not named are empty. */
export function anIntakeDraft(
  { newId }: Deps,
  header: Partial<IntakeDraftHeader>,
  lines: readonly Partial<Omit<IntakeDraftLine, 'id'>>[],
): IntakeDraft {
  return intakeDraftSchema.parse({
    header,
    lines: lines.map((line) => ({ ...emptyLine(intakeLineIdSchema.parse(newId())), ...line })),
  })
}
