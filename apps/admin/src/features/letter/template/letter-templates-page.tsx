import { letterKindNames } from '@sasaeai/domain/letter/letter-kind'
import { letterUseWords, suitedGiftWords } from '@sasaeai/domain/letter/letter-template-words'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

type Template = RouterOutput['letter']['template']['list'][number]

/** 文書のひな形: what the council's letters and mails say. */
export function LetterTemplatesPage() {
  const navigate = useNavigate()
  const close = useMutation(trpc.letter.template.close.mutationOptions())
  const reopen = useMutation(trpc.letter.template.reopen.mutationOptions())
  const remove = useMutation(trpc.letter.template.remove.mutationOptions())
  const write = useMutation(trpc.letter.template.export.mutationOptions())
  const edit = (template: Template | null) =>
    void (template === null ? navigate({ to: '/settings/letter-templates/new' }) : navigate({ to: '/settings/letter-templates/$templateId', params: { templateId: template.id } }))
  return (
    <GroundItemPage<Template>
      title="文書のひな形"
      noun="ひな形"
      description="礼状、領収書の送り状、ご案内などの文です。{氏名}や{金額}を入れておくと、送る相手ごとに差し込まれます。直した文は、これから作る文書に使われます。"
      items={useQuery(trpc.letter.template.list.queryOptions())}
      columns={[
        { id: 'kind', header: '種類', cell: ({ kind }) => letterKindNames[kind] },
        { id: 'use', header: '使うところ', cell: letterUseWords },
        { id: 'gifts', header: '合う寄附', isWideOnly: true, cell: suitedGiftWords },
      ]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      edit={edit}
    />
  )
}
