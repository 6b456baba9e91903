import { z } from 'zod'
import { amountRefusalMessage, parseAmount } from './parse-amount.ts'
import type { Yen } from './yen.ts'

/** An amount as a form holds it, which may be left empty: null then, else whole yen. */
export const optionalTypedYen = z.string().transform((text, context): Yen | null => {
  if (text.trim() === '') return null
  const amount = parseAmount(text)
  if (amount.ok) return amount.yen
  context.addIssue({ code: 'custom', message: amountRefusalMessage(amount.reason) })
  return z.NEVER
})

/** An amount as a form holds it, which has to be there, in whole yen. */
export const typedYen = z.string().transform((text, context): number => {
  const amount = parseAmount(text)
  if (amount.ok) return amount.yen
  context.addIssue({ code: 'custom', message: amountRefusalMessage(amount.reason) })
  return z.NEVER
})
