import { z } from 'zod'

/** How often a row had been changed when a form was opened on it. A row that does not exist yet has none: null. */
export const revisionSchema = z.int().positive()
