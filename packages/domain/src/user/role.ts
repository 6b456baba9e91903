import { z } from 'zod'

/** Roles of the people who sign in, from the most to the least able. */
export const roles = ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

export const roleNames: Record<Role, string> = {
  administrator: '管理者',
  accountant: '会計担当',
  receptionist: '受付担当',
  executive: '役員',
  auditor: '監事',
}
