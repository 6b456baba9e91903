import type { Role } from './role.ts'

/** What the screens call the roles. Apart from their schema, because every page shows one and few need to check one. */
export const roleNames: Record<Role, string> = {
  administrator: '管理者',
  accountant: '会計担当',
  receptionist: '受付担当',
  executive: '役員',
  auditor: '監事',
}
