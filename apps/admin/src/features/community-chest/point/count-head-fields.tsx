import { countMeaningNames } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import { collectionPointKindNames, collectionPointKinds } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import { sourcesOfCampaign } from '@sasaeai/domain/community-chest/point/sources-of-campaign'
import type { TypedCashCount } from '@sasaeai/domain/community-chest/point/typed-cash-count'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { areasMeantBy } from '@sasaeai/domain/area/area-lookup'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import type { RouterOutput } from '../../../app/trpc.ts'
import { areaLookup, areaOption, campaignOptions, usableOptions } from '../../ledger/ground-options.ts'
import type { LedgerGround } from '../../ledger/use-ground.ts'

export type CollectionPoint = RouterOutput['communityChest']['point']['list'][number]

interface CountHeadFieldsProps {
  readonly ground: LedgerGround
  readonly points: readonly CollectionPoint[]
  readonly typed: TypedCashCount
  readonly onChange: (change: Partial<TypedCashCount>) => void
  readonly errorOf: ErrorOf
  /** The sheet before this one was just booked: the cursor goes to what differs, the place. */
  readonly isNext: boolean
}

/** Which drive, in which way, from where, when and by whom. */
export function CountHeadFields({ ground, points, typed, onChange, errorOf, isNext }: CountHeadFieldsProps) {
  const campaigns = new Map([...ground.campaigns].filter(([, { isClosed }]) => !isClosed))
  const sources = sourcesOfCampaign(ground, typed.campaignId)
  const usable = points.filter(({ closedOn, campaignId }) => closedOn === null && (campaignId === null || campaignId === typed.campaignId))
  const chooseCampaign = (campaignId: string) => {
    const staysAtPoint = points.some(({ pointId, campaignId: own }) => pointId === typed.pointId && (own === null || own === campaignId))
    onChange({ campaignId, fundingSourceId: sourcesOfCampaign(ground, campaignId)[0]?.[0] ?? '', ...(staysAtPoint ? {} : { pointId: '' }) })
  }
  const point = points.find(({ pointId }) => pointId === typed.pointId)
  return (
    <div className="grid content-start gap-x-6 gap-y-5 sm:grid-cols-2">
      <SelectField label="運動" requirement="required" id="campaignId" emptyLabel="選んでください" options={campaignOptions({ campaigns })}
        value={typed.campaignId} error={errorOf('campaignId')} onChange={(event) => chooseCampaign(event.currentTarget.value)} />
      <SelectField label="募金方法" requirement="required" id="collectionMethodId" emptyLabel="選んでください" options={usableOptions(ground.methods)}
        value={typed.collectionMethodId} error={errorOf('collectionMethodId')} onChange={(event) => onChange({ collectionMethodId: event.currentTarget.value })} />
      {sources.length > 1 && (
        <SelectField label="財源" requirement="required" id="fundingSourceId" options={usableOptions(new Map(sources))} value={typed.fundingSourceId}
          error={errorOf('fundingSourceId')} onChange={(event) => onChange({ fundingSourceId: event.currentTarget.value })} />
      )}
      <DateField label="計数日" requirement="required" id="countedOn" defaultValue={typed.countedOn} read={readTypedDate} error={errorOf('countedOn')}
        onChange={(event) => onChange({ countedOn: event.currentTarget.value })} />
      <CashField {...{ ground, typed, onChange, errorOf }} />
      <ComboBoxField label="場所・機会" requirement="optional" id="pointId" width="medium" support="番号か名前で探せます。"
        value={point === undefined ? null : pointOption(point)} error={errorOf('pointId')} load={pointLookup(usable)} ref={isNext ? focusOnce : undefined}
        onChange={(option) => onChange(atPoint(usable.find(({ pointId }) => pointId === option?.id)))} />
      <AreaField {...{ ground, typed, onChange, errorOf }} />
      <TextField label="計数した人（1人目）" requirement="required" id="firstCounter" width="medium" autoComplete="off" defaultValue={typed.firstCounter}
        error={errorOf('firstCounter')} onChange={(event) => onChange({ firstCounter: event.currentTarget.value })} />
      <TextField label="計数した人（2人目）" requirement="optional" id="secondCounter" width="medium" autoComplete="off" defaultValue={typed.secondCounter}
        support={typed.firstCounter.trim() !== '' && typed.secondCounter.trim() === '' ? '2人で数えるのが原則です。' : undefined}
        error={errorOf('secondCounter')} onChange={(event) => onChange({ secondCounter: event.currentTarget.value })} />
      <TextField label="件数" requirement="optional" id="count" width="short" inputMode="numeric" unit={unitOf(ground, typed)} defaultValue={typed.count}
        error={errorOf('count')} onChange={(event) => onChange({ count: event.currentTarget.value })} />
      <TextField label="備考" requirement="optional" id="note" support="摘要の終わりに付きます。" defaultValue={typed.note} error={errorOf('note')}
        onChange={(event) => onChange({ note: event.currentTarget.value })} />
    </div>
  )
}

type FieldProps = Pick<CountHeadFieldsProps, 'ground' | 'typed' | 'onChange' | 'errorOf'>

/** A drive of the 支会 book has its own cash, so nobody is asked where the money lies. */
function CashField({ ground, typed, onChange, errorOf }: FieldProps) {
  const campaign = [...ground.campaigns].find(([campaignId]) => campaignId === typed.campaignId)?.[1]
  const accounts = new Map([...ground.accounts].filter(([, { isHeading, category, book }]) => !isHeading && category === 'asset' && book === 'council'))
  if (campaign !== undefined && campaign.cashAccountId !== null) {
    return <p className="self-center text-[0.9375rem] text-ink-sub">支会の帳簿の運動なので、支会の現金預金に入ります。</p>
  }
  return (
    <SelectField label="入金先" requirement="required" id="cashAccountId" emptyLabel="選んでください" options={usableOptions(accounts)} value={typed.cashAccountId}
      error={errorOf('cashAccountId')} onChange={(event) => onChange({ cashAccountId: event.currentTarget.value })} />
  )
}

function AreaField({ ground, typed, onChange, errorOf }: FieldProps) {
  return (
    <ComboBoxField label="地域" requirement="optional" id="areaId" width="medium" support="番号・名前・読みで探せます。"
      value={typed.areaId === '' ? null : areaOption(ground, typed.areaId)} error={errorOf('areaId')} load={areaLookup(ground, { withClosed: false })}
      onChange={(option) => onChange({ areaId: option?.id ?? '' })} />
  )
}

function unitOf({ methods }: LedgerGround, { collectionMethodId }: TypedCashCount) {
  const method = [...methods].find(([methodId]) => methodId === collectionMethodId)?.[1]
  return method === undefined ? undefined : countMeaningNames[method.countMeaning]
}

/** A place brings its area along. */
function atPoint(point: CollectionPoint | undefined): Partial<TypedCashCount> {
  if (point === undefined) return { pointId: '' }
  return { pointId: point.pointId, ...(point.areaId === null ? {} : { areaId: point.areaId }) }
}

/** Boxes and occasions in the street first: they are what is counted. */
function pointLookup(points: readonly CollectionPoint[]) {
  const inOrder = points.toSorted((left, right) => collectionPointKinds.indexOf(left.kind) - collectionPointKinds.indexOf(right.kind))
  const searched = inOrder.map((point) => ({ ...point, kana: point.place }))
  return (text: string): Promise<ComboBoxOption[]> =>
    Promise.resolve((text.trim() === '' ? inOrder.slice(0, 30) : areasMeantBy(searched, text, 30)).map(pointOption))
}

function pointOption({ pointId, kind, code, name, place }: CollectionPoint): ComboBoxOption {
  return { id: pointId, label: name, secondary: [collectionPointKindNames[kind], place].filter((words) => words !== '').join(' '), detail: code }
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus()
}
