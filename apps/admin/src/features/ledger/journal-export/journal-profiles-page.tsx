import { compoundFormNames, journalFileEncodingNames } from '@sasaeai/domain/ledger/journal-export/journal-profile'
import { Button } from '@sasaeai/ui/button'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import type { JournalProfile } from './journal-export-answers.ts'

/** 列の割り当て: how entries are written for each accounting program. */
export function JournalProfilesPage() {
  const navigate = useNavigate()
  const close = useMutation(trpc.journalExport.profile.close.mutationOptions())
  const reopen = useMutation(trpc.journalExport.profile.reopen.mutationOptions())
  const remove = useMutation(trpc.journalExport.profile.remove.mutationOptions())
  const write = useMutation(trpc.journalExport.profile.export.mutationOptions())
  const edit = (profile: JournalProfile | null) =>
    void (profile === null ? navigate({ to: '/journal-exports/profiles/new' }) : navigate({ to: '/journal-exports/profiles/$profileId', params: { profileId: profile.id } }))
  return (
    <GroundItemPage<JournalProfile>
      title="列の割り当て"
      noun="割り当て"
      description="会計ソフトが読むファイルの列です。弥生会計の列の並びは公開されている形式によります。ほかのひな形は、形式が公開されていないため出発点にすぎません。どれも、お使いの会計ソフトで取り込みを試すまでは「未検証」です。"
      items={useQuery(trpc.journalExport.profile.list.queryOptions())}
      permission="journalExport.make"
      write={write.mutateAsync}
      moreActions={<StandardProfilesButton />}
      columns={[
        { id: 'verified', header: '検証', cell: ({ isVerified }) => (isVerified ? <span className="whitespace-nowrap">検証済み</span> : <StatusChip>未検証</StatusChip>) },
        { id: 'columns', header: '列', align: 'end', cell: ({ mapping }) => `${mapping.columns.length}列` },
        { id: 'encoding', header: '文字コード', cell: ({ encoding }) => journalFileEncodingNames[encoding] },
        { id: 'compound', header: '複合仕訳', isWideOnly: true, cell: ({ mapping }) => compoundFormNames[mapping.compound] },
      ]}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      edit={edit}
    />
  )
}

function StandardProfilesButton() {
  const lay = useMutation(trpc.journalExport.profile.layStandard.mutationOptions())
  const run = useRunCommand()
  const mayMake = useMayDo('journalExport.make')
  if (!mayMake) return null
  return <Button isBusy={lay.isPending} busyLabel="つくっています" onClick={() => void run(() => lay.mutateAsync(), { done: '足りないひな形をつくりました' })}>ひな形をつくる</Button>
}
