import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type TypedContribution, typedContributionSchema } from '@sasaeai/domain/ledger/typed-contribution'
import { failureMessage, type FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Failure } from '@sasaeai/domain/outcome/outcome'
import { Button } from '@sasaeai/ui/button'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextLink } from '@sasaeai/ui/text-link'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { errorLines } from '../../app/form-errors.ts'
import { newId } from '../../app/new-id.ts'
import { PageError } from '../../app/page-error.tsx'
import { today } from '../../app/read-typed.ts'
import { faultMessage, queryClient, trpc } from '../../app/trpc.ts'
import { ContributionFields } from './contribution-fields.tsx'
import { PaidDuesNotes, type SlipFormState } from './paid-dues-notes.tsx'
import { type LedgerGround, useGround } from './use-ground.ts'

/** 1件受付: one payment that came in by itself, at the counter or by transfer. */
export function PostContributionPage() {
  const ground = useGround()
  const [form, setForm] = useState({ round: 0, carried: null as TypedContribution | null })
  return (
    <>
      <PageHeader
        title="1件受付"
        description="窓口や振込で受け取った一件を記帳します。記帳すると帳簿に残り、直すときは訂正・取消をします。"
        crumbs={[{ label: '受付', href: '/admin/intake' }, { label: '1件受付' }]}
      />
      {ground.isError ? (
        <PageError reset={() => void ground.refetch()} />
      ) : ground.data === undefined ? (
        <LoadingSkeleton lines={8} />
      ) : (
        <SlipForm key={form.round} ground={ground.data} carried={form.carried} isNext={form.round > 0}
          onPosted={(typed) => setForm({ round: form.round + 1, carried: typed })} />
      )}
    </>
  )
}

interface SlipFormProps {
  readonly ground: LedgerGround
  /** The slip before: its date and kind of money are kept for the next one. */
  readonly carried: TypedContribution | null
  readonly isNext: boolean
  readonly onPosted: (typed: TypedContribution) => void
}

function SlipForm({ ground, carried, isNext, onPosted }: SlipFormProps) {
  const [initial] = useState(() => nextSlip(ground, carried))
  const form = useForm({
    resolver: zodResolver(typedContributionSchema({ today: today() })),
    defaultValues: initial,
    shouldFocusError: false,
  })
  const { submit, failure, fault } = usePostSlip(form, onPosted)
  const sourceId = useWatch({ control: form.control, name: 'fundingSourceId' })
  const { errors, submitCount, isSubmitting } = form.formState
  const own = errorLines(errors)
  const ofServer = failure?.field === undefined ? [] : [{ fieldId: failure.field, message: failureMessage(failure) }]
  const banner = fault ?? (failure !== null && failure.field === undefined ? failureMessage(failure) : undefined)
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-4xl flex-col gap-6">
      <ErrorSummary errors={own.length > 0 ? own : ofServer} attempt={submitCount} />
      {banner !== undefined && <NoticeBanner tone="error" isLive title={banner} />}
      <ContributionFields
        ground={ground}
        initial={initial}
        initialSupporter={null}
        register={(name, options) => ({ ...form.register(name, options), ...(isNext && name === 'amountYen' ? { autoFocus: true } : {}) })}
        setValue={(name, value) => form.setValue(name, value)}
        sourceId={sourceId}
        idOf={(name) => name}
        errorOf={(name) => [...own, ...ofServer].find(({ fieldId }) => fieldId === name)?.message}
      />
      <PaidDuesNotes ground={ground} form={form} />
      <div>
        <Button type="submit" variant="primary" isBusy={isSubmitting} busyLabel="記帳しています">記帳する</Button>
      </div>
    </form>
  )
}

function usePostSlip(form: SlipFormState, onPosted: (typed: TypedContribution) => void) {
  const toast = useToast()
  const post = useMutation(trpc.ledger.postContribution.mutationOptions())
  // One slip, one id: a second press or a repeated request books nothing more.
  const [slipId] = useState(newId)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const [fault, setFault] = useState<string>()
  const submit = form.handleSubmit(async (contribution) => {
    setFailure(null)
    setFault(undefined)
    try {
      const outcome = await post.mutateAsync({ ...contribution, slipId })
      if (!outcome.ok) return setFailure(outcome)
      const { id, entryNumber } = outcome.value
      // Messages live outside the router, so this is a plain link.
      toast({ text: `伝票 ${entryNumber}番に記帳しました`, action: <TextLink href={`/admin/entries/${id}`} className="text-white hover:text-white">伝票を見る</TextLink> })
      void queryClient.invalidateQueries(trpc.ledger.pathFilter())
      return onPosted(form.getValues())
    } catch (error) {
      return setFault(faultMessage(error))
    }
  })
  return { submit, failure, fault }
}

/** Date and kind of money stay as they were; who paid, how much and what was noted is asked anew. */
function nextSlip(ground: LedgerGround, carried: TypedContribution | null): TypedContribution {
  const blank = { areaId: '', supporterId: '', amountYen: '', count: '', note: '' }
  if (carried !== null) return { ...carried, ...blank }
  return {
    ...blank,
    entryDate: formatLocalDateShort(today()),
    cashAccountId: ground.defaultCashAccountId ?? '',
    fundingSourceId: '',
    campaignId: '',
    collectionMethodId: '',
    fundId: '',
    duesKindId: '',
    duesYear: '',
  }
}
