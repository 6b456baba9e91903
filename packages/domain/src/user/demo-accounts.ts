import type { Role } from './role.ts'

/** A person of the demo council. Their passwords are public: they exist only where no real money is. */
export interface DemoAccount {
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** The one password of all demo people; README.md and the sign-in page of a demo council print it. */
export const demoPassword = 'sasae-demo-8080'

export const demoAccounts: readonly DemoAccount[] = [
  { name: '佐々木 和子', email: 'admin@sasae.example', role: 'administrator' },
  { name: '高橋 誠', email: 'kaikei@sasae.example', role: 'accountant' },
  { name: '田中 美咲', email: 'uketsuke@sasae.example', role: 'receptionist' },
  { name: '渡辺 正', email: 'yakuin@sasae.example', role: 'executive' },
  { name: '小林 節子', email: 'kanji@sasae.example', role: 'auditor' },
]
