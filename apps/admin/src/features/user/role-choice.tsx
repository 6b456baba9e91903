import { roles } from '@sasaeai/domain/user/role'
import type { Role } from '@sasaeai/domain/user/role'
import { roleNames } from '@sasaeai/domain/user/role-name'

const powers: Record<Role, string> = {
  administrator: 'すべての操作と、利用者の管理',
  accountant: '受付・記帳・取消・締めと、基礎データの変更',
  receptionist: '受付の入力と提出、支援者の登録',
  executive: '財源の報告と仕訳を見る',
  auditor: 'すべてを見る。何も変えられない',
}

/** The roles with what each may do, for a RadioGroupField. */
export const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role], support: powers[role] }))
