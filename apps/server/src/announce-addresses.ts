import type { Db } from '@sasaeai/db/database'
import { demoAccounts, demoPassword } from '@sasaeai/domain/user/demo-accounts'
import { roleNames } from '@sasaeai/domain/user/role-name'
import type { Environment } from './environment.ts'

/** Tells the person at the console where to go and, in a demo council, whom to sign in as. */
export async function announceAddresses(db: Db, environment: Environment, port: number): Promise<void> {
  const { rows } = await db.pool.query<{ name: string; is_demo: boolean }>('SELECT name, is_demo FROM council')
  const council = rows[0]
  const site = environment.PUBLIC_URL ?? `http://${browserName(environment.HOST)}:${port}`
  const lines = [
    '',
    `支え合い${council === undefined ? '' : `　${council.name}`}`,
    `  公開ページ  ${site}/`,
    `  職員の画面  ${site}/admin${council === undefined ? '  （はじめての設定に進みます）' : ''}`,
    ...(council?.is_demo ? demoSignIns() : []),
    '  終了するには Ctrl+C を押してください。',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function demoSignIns(): string[] {
  return [
    `  デモのサインイン（パスワードはどれも ${demoPassword}）`,
    ...demoAccounts.map(({ email, name, role }) => `    ${email.padEnd(24)}${roleNames[role]}　${name}`),
  ]
}

/** Passkeys work on the name localhost, not on an address. */
function browserName(host: string): string {
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)
  if (isLocal) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
