import { MigrationRefused } from '@sasaeai/db/apply-migrations'
import { DatabaseUnavailable } from '@sasaeai/db/connect-as-owner'
import { sqlStateOf } from '@sasaeai/db/sql-state'

/** The server cannot start, and a person can do something about it: one sentence in each language says what. */
export class StartUpRefusal extends Error {
  readonly japanese: string

  constructor(japanese: string, english: string, options?: ErrorOptions) {
    super(english, options)
    this.japanese = japanese
  }
}

/** What went wrong with an external database, in words; its address is named, its password is not. */
export function databaseRefusal(error: unknown, databaseUrl: string): unknown {
  if (error instanceof DatabaseUnavailable) return databaseRefusal(error.cause, databaseUrl)
  const { host } = new URL(databaseUrl)
  const told = (japanese: string, english: string) =>
    new StartUpRefusal(`データベース（${host}）${japanese}`, `The database at ${host} ${english}`, { cause: error })
  if (error instanceof MigrationRefused) {
    return told(`の版がこのプログラムと合いません。管理者に次の英文を伝えてください。`, `does not fit: ${error.message}`)
  }
  const state = sqlStateOf(error)
  switch (state ?? codeOf(error)) {
    case '28P01':
    case '28000':
      return told('に入れません。DATABASE_URL の利用者名とパスワードを確かめてください。',
        'refuses the user or password in DATABASE_URL: correct them.')
    case '3D000':
      return told('に DATABASE_URL のデータベースがありません。作成するか、名前を直してください。',
        'has no database of the name in DATABASE_URL: create it or correct the name.')
    case '42501':
      return told('に表を作る権限がありません。データベースの所有者で接続してください。',
        'does not let this user create tables: connect as the owner of the database.')
    default:
      return state === undefined && !isConnectionProblem(error)
        ? error
        : told('に接続できません。起動しているか、DATABASE_URL が正しいかを確かめてください。',
            `does not answer (${state ?? codeOf(error)}): check that it runs and that DATABASE_URL is right.`)
  }
}

/** What went wrong with the database that the product brings along: its own sentence already says what to do. */
export function embeddedRefusal(error: unknown): StartUpRefusal {
  const english = error instanceof Error ? error.message : String(error)
  return new StartUpRefusal(
    '内蔵データベースを起動できません。DATA_DIR に書き込めるフォルダーを指定するか、DATABASE_URL で別の PostgreSQL を指定してください。',
    english,
    { cause: error },
  )
}

/** What kept the server from listening on its port. */
export function listenRefusal(error: unknown, { host, port }: { host: string; port: number }): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartUpRefusal(
        `ポート ${port} はほかのプログラムが使っています。PORT に別の番号を指定してください。例：PORT=${port + 1}`,
        `Port ${port} is taken: set PORT to another one, as PORT=${port + 1}.`,
        { cause: error },
      )
    case 'EACCES':
      return new StartUpRefusal(
        `ポート ${port} を使う権限がありません。PORT に1024以上の番号を指定してください。`,
        `Port ${port} may not be used by this account: set PORT to 1024 or more.`,
        { cause: error },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartUpRefusal(
        `この機械に HOST=${host} というアドレスはありません。HOST を直してください。`,
        `This machine has no address ${host}: correct HOST.`,
        { cause: error },
      )
    default:
      return error
  }
}

function isConnectionProblem(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && /^(E[A-Z_]+|CONNECT_TIMEOUT)$/.test(code)
}

function codeOf(error: unknown): string | undefined {
  // Several addresses were tried for one name: the first failure speaks for all.
  const first = error instanceof AggregateError ? error.errors[0] : error
  const code = typeof first === 'object' && first !== null ? Reflect.get(first, 'code') : undefined
  return typeof code === 'string' ? code : undefined
}
