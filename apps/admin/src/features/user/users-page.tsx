import { roleNames } from '@sasaeai/domain/user/role-name'
import { secondFactorWords } from '@sasaeai/domain/user/second-factor-words'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import type { Column } from '@sasaeai/ui/data-table'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { AddUserDialog } from './add-user-dialog.tsx'
import { formatInstant } from './instant-text.ts'
import { UserDialog } from './user-dialog.tsx'
import type { ListedUser } from './user-dialog.tsx'

/** 利用者: everybody who may sign in, and those who once could. */
export function UsersPage() {
  const users = useQuery(trpc.user.list.queryOptions())
  const write = useMutation(trpc.document.exportUsers.mutationOptions())
  const [isAdding, setIsAdding] = useState(false)
  const [openUserId, setOpenUserId] = useState<string>()
  const openUser = users.data?.find(({ id }) => id === openUserId)
  const columns = columnsWith((user) => setOpenUserId(user.id))
  return (
    <>
      <PageHeader
        title="利用者"
        description="この画面を使う職員と役員・監事です。やめた人は「利用停止」にします。その人が行った記録は残ります。"
        actions={
          <>
            <ExportChoice subject="利用者の一覧" write={(format) => write.mutateAsync({ format })} />
            <Button variant="primary" icon="plus" onClick={() => setIsAdding(true)}>利用者を追加する</Button>
          </>
        }
      />
      {users.isError ? (
        <PageError reset={() => void users.refetch()} />
      ) : (
        <DataTable
          caption="利用者の一覧"
          columns={columns}
          rows={users.data}
          rowKey={({ id }) => id}
          phone="cards"
          summary={[{ label: '人数', value: `${users.data?.length ?? 0}人` }]}
        />
      )}
      {isAdding && <AddUserDialog onClose={() => setIsAdding(false)} />}
      {openUser !== undefined && <UserDialog user={openUser} onClose={() => setOpenUserId(undefined)} />}
    </>
  )
}

const secondFactorHelp = (
  <HelpTip term="二段階認証">パスワードのほかに、スマートフォンの数字や指紋でも本人を確かめる仕組みです。本人が「自分のアカウント」で設定します。</HelpTip>
)

function columnsWith(onOpen: (user: ListedUser) => void): Column<ListedUser>[] {
  return [
    { id: 'name', header: '氏名', isRowHeader: true, cell: ({ name }) => name },
    { id: 'email', header: 'メールアドレス', cell: ({ email }) => <span className="break-all">{email}</span> },
    { id: 'role', header: '役割', cell: ({ role }) => roleNames[role] },
    {
      id: 'state',
      header: '状態',
      cell: ({ isDisabled }) => (isDisabled ? <StatusChip tone="warning">利用停止</StatusChip> : <StatusChip tone="success">利用中</StatusChip>),
    },
    { id: 'secondFactor', header: '二段階認証', help: secondFactorHelp, cell: secondFactorWords },
    { id: 'signedIn', header: '最後のサインイン', cell: ({ lastSignedInAt }) => <span className="figures">{formatInstant(lastSignedInAt)}</span> },
    {
      id: 'acts',
      header: '操作',
      isActs: true,
      cell: (user) => (
        <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5" aria-label={`${user.name}さんを編集する`} onClick={() => onOpen(user)}>
          編集
        </Button>
      ),
    },
  ]
}
