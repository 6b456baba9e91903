import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { roleNames } from '@sasaeai/domain/user/role-name'
import { secondFactorWords } from '@sasaeai/domain/user/second-factor-words'
import type { Actor, Deps } from '../deps.ts'
import { recordExport } from '../user/record-export.ts'
import { listUsers } from '../user/user-queries.ts'
import { type ExportOutcome, tableFile } from './table-file.ts'

/** 利用者の一覧. It names people, so whoever takes it leaves a trace. */
export async function exportUsers(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const users = await listUsers(deps.db)
  const name = `利用者の一覧_${localDateInTokyo(deps.now())}`
  const written = await tableFile(name, [{
    name: '利用者',
    columns: [{ heading: '氏名' }, { heading: 'メールアドレス' }, { heading: '役割' }, { heading: '状態' }, { heading: '二段階認証' }, { heading: '最後のサインイン', kind: 'date' }],
    rows: users.map((user) => [
      user.name, user.email, roleNames[user.role], user.isDisabled ? '利用停止' : '利用中', secondFactorWords(user), user.lastSignedInAt === null ? null : localDateInTokyo(new Date(user.lastSignedInAt)),
    ]),
  }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'user_list.export', subjectKind: 'user_list', subjectId: name, after: { name, rows: users.length } })
  return written
}
