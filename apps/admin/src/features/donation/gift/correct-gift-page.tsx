import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { giftEntrySchema } from '@sasaeai/domain/donation/gift/gift-input'
import { typedOfGift } from '@sasaeai/domain/donation/gift/typed-gift'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { typedReversalSchema } from '@sasaeai/domain/ledger/reversal'
import { DateField } from '@sasaeai/ui/date-field'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { FormSection } from '@sasaeai/ui/form-section'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { PageError } from '../../../app/page-error.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { type LedgerGround, useGround } from '../../ledger/use-ground.ts'
import { GiftForm } from './gift-form.tsx'

type GiftAnswer = RouterOutput['donation']['gift']['get']
type CorrectableGift = NonNullable<GiftAnswer['gift']>

/** 寄附の訂正: the entry is reversed, and the right one takes its place. */
export function CorrectGiftPage() {
  const { entryId } = useParams({ from: '/staff/donations/$entryId/correct' })
  const known = giftEntrySchema.safeParse({ entryId })
  return known.success ? <KnownGift entryId={known.data.entryId} /> : <EmptyState title="寄附が見つかりません">一覧から選び直してください。</EmptyState>
}

function KnownGift({ entryId }: { entryId: JournalEntryId }) {
  const gift = useQuery(trpc.donation.gift.get.queryOptions({ entryId }))
  const ground = useGround()
  if (gift.isError) return <PageError reset={() => void gift.refetch()} />
  if (gift.data === undefined || ground.data === undefined) return <LoadingSkeleton lines={10} />
  const { entryNumber, isUndone } = gift.data
  const title = `伝票 ${entryNumber}番の寄附を訂正する`
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: '寄附', href: '/admin/donations' }, { label: `伝票 ${entryNumber}番`, href: `/admin/donations/${entryId}` }, { label: '訂正' }]}
        description="元の伝票は消えません。反対の伝票（赤伝）と、正しい内容の伝票（黒伝）が加わります。" />
      {isUndone || gift.data.gift === null ? (
        <EmptyState title="この寄附はここでは訂正できません">取り消されているか、共同募金などと結びついた伝票です。</EmptyState>
      ) : (
        <Correction answer={gift.data} gift={gift.data.gift} ground={ground.data} />
      )}
    </>
  )
}

function Correction({ answer: { entryId, supporterName }, gift, ground }: { answer: GiftAnswer; gift: CorrectableGift; ground: LedgerGround }) {
  const correct = useMutation(trpc.donation.gift.correct.mutationOptions())
  const navigate = useNavigate()
  const today = useToday()
  const [act, setAct] = useState({ reversalDate: formatLocalDateShort(today), reason: '' })
  const [initial] = useState(() => typedOfGift(gift, { supporterLabel: supporterName ?? '' }))
  const [errors, setErrors] = useState<Partial<Record<'reversalDate' | 'reason', string | undefined>>>({})
  const send = async (corrected: CorrectableGift) => {
    const read = typedReversalSchema({ today }).safeParse(act)
    const messageOf = (field: string) => (read.success ? undefined : read.error.issues.find(({ path }) => path[0] === field)?.message)
    setErrors({ reversalDate: messageOf('reversalDate'), reason: messageOf('reason') })
    if (!read.success) {
      document.getElementById(String(read.error.issues[0]?.path[0]))?.focus()
      return null
    }
    return correct.mutateAsync({ entryId, ...read.data, gift: corrected })
  }
  return (
    <GiftForm
      ground={ground}
      initial={initial}
      submitLabel="訂正を記帳する"
      send={send}
      onBooked={(_, booked) => void navigate({ to: '/donations/$entryId', params: { entryId: booked.id } })}
    >
      <FormSection title="訂正の日付と理由">
        <DateField label="取消の日付" requirement="required" id="reversalDate" read={readTypedDate} support="締めていない月の日付にします。"
          defaultValue={act.reversalDate} error={errors.reversalDate} onChange={(event) => setAct({ ...act, reversalDate: event.currentTarget.value })} />
        <TextField label="訂正の理由" requirement="required" id="reason" support="帳簿に残ります。例：使いみちの聞き違い" defaultValue="" error={errors.reason}
          onChange={(event) => setAct({ ...act, reason: event.currentTarget.value })} />
      </FormSection>
    </GiftForm>
  )
}
