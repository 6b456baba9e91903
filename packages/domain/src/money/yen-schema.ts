import { z } from 'zod'
import { yen } from './yen.ts'

/** Wire and column form of an amount: a whole, safe number of yen, negative where money goes back. */
export const yenSchema = z.int().transform(yen)
