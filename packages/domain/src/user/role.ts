import { z } from 'zod'

/** Roles of the people who sign in, from the most to the least able. */
export const roles = ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>
