import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import {
  campaignIdSchema, collectionMethodIdSchema, donationChannelIdSchema, duesKindIdSchema, fundIdSchema, fundingSourceIdSchema, givingTargetIdSchema,
  paymentAccountIdSchema,
} from '../../id-schemas.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { givingTargetKinds } from './giving-target-kind.ts'

/** How many amount buttons a page has at the most. */
export const mostSuggestions = 6

/** 受付項目: what can be given to online. */
export const givingTargetSchema = z
  .object({
    kind: z.enum(givingTargetKinds, '種類を選んでください。'),
    slug: z
      .string()
      .transform((text) => text.normalize('NFKC').trim().toLowerCase())
      .pipe(z.string().regex(/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/, 'アドレスは、英小文字・数字・ハイフンの50文字以内で入力してください。例：kodomo-shokudo')),
    title: z.string().trim().min(1, '題名を入力してください。例：子ども食堂の応援').max(40, '題名は40文字以内で入力してください。'),
    lead: z.string().trim().max(400, '説明は400文字以内で入力してください。'),
    fundId: fundIdSchema.nullable(),
    campaignId: campaignIdSchema.nullable(),
    duesKindId: duesKindIdSchema.nullable(),
    fundingSourceId: z.string().min(1, '財源を選んでください。').pipe(fundingSourceIdSchema),
    /** Of a drive: by which method it counts. */
    collectionMethodId: collectionMethodIdSchema.nullable(),
    paymentAccountId: z.string().min(1, '支払いの受け口を選んでください。').pipe(paymentAccountIdSchema),
    channelId: donationChannelIdSchema.nullable(),
    /** Amount buttons, in yen. */
    suggestedYen: z.array(positiveYenSchema).max(mostSuggestions, `金額のボタンは${mostSuggestions}個までです。`),
    allowsMonthly: z.boolean(),
    /** Of a drive: 文書番号 and what was instructed. */
    instruction: z.string().trim().max(300, '指示の文書は300文字以内で入力してください。'),
    instructedOn: localDateSchema.nullable(),
    /** Of a drive that is not taken here: the 共同募金会's own page. */
    externalUrl: z.union(
      [z.literal(''), z.url({ protocol: /^https$/ }).max(500)],
      '共同募金会のページのアドレスは https:// で始まる形で入力してください。例：https://hanett.akaihane.or.jp/',
    ),
    sequence: z.int().min(0).max(10_000),
    opensOn: localDateSchema.nullable(),
    closesOn: localDateSchema.nullable(),
  })
  .superRefine((target, context) => {
    for (const [path, message] of refusalsOf(target)) context.addIssue({ code: 'custom', path: [path], message })
  })
export type GivingTargetDetails = z.output<typeof givingTargetSchema>

/** `id` is null for a new target. */
export const saveGivingTargetSchema = z.object({
  id: givingTargetIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: givingTargetSchema,
})

/** Where a 受付項目 stands, below the address of the site: 「/give/kodomo-shokudo」. */
export function givingTargetPath(slug: string): string {
  return `/give/${slug}`
}

type Rule = readonly [isBroken: boolean, path: keyof GivingTargetDetails, message: string]

/** What a target says of itself, by its kind; what it needs of others stands in problem-of-giving-target. */
function refusalsOf(target: GivingTargetDetails): (readonly [path: string, message: string])[] {
  const { kind, suggestedYen, opensOn, closesOn } = target
  const rules: readonly Rule[] = [
    [kind === 'fund' && target.fundId === null, 'fundId', '使途・基金を選んでください。'],
    [!['fund', 'general'].includes(kind) && target.fundId !== null, 'fundId', '使途・基金は、寄附の受付項目でだけ選べます。'],
    [(kind === 'campaign') !== (target.campaignId !== null), 'campaignId', '共同募金・歳末の受付項目では、運動を選んでください。'],
    [(kind === 'campaign') !== (target.collectionMethodId !== null), 'collectionMethodId', '共同募金・歳末の受付項目では、募金方法を選んでください。'],
    [(kind === 'dues') !== (target.duesKindId !== null), 'duesKindId', '会費の受付項目では、会員種別を選んでください。'],
    [kind === 'dues' && suggestedYen.length > 0, 'suggestedYen', '会費の金額は会員種別の年度の条件で決まります。金額のボタンは空けてください。'],
    [new Set(suggestedYen).size < suggestedYen.length, 'suggestedYen', '同じ金額のボタンが2つあります。'],
    [target.allowsMonthly && !['fund', 'general'].includes(kind), 'allowsMonthly', '毎月の寄附は、共同募金・歳末と会費ではお受けできません。'],
    [closesOn !== null && opensOn !== null && closesOn < opensOn, 'closesOn', '終了日は開始日以後の日付にしてください。'],
    ...driveRules(target),
  ]
  return rules.filter(([isBroken]) => isBroken).map(([, path, message]) => [path, message])
}

/** 社会福祉法113条3項: a drive is taken here only as its 共同募金会 has instructed in writing; else its page leads there. */
function driveRules({ kind, instruction, instructedOn, externalUrl }: GivingTargetDetails): readonly Rule[] {
  if (kind !== 'campaign') {
    const message = '共同募金・歳末の受付項目でだけ入力できます。'
    return [[instruction !== '', 'instruction', message], [instructedOn !== null, 'instructedOn', message], [externalUrl !== '', 'externalUrl', message]]
  }
  return [
    [instruction === '' && instructedOn !== null, 'instruction', '共同募金会の指示の文書を、文書番号と題名で入力してください。'],
    [instruction !== '' && instructedOn === null, 'instructedOn', '指示の文書の日付を入力してください。'],
    [
      instruction === '' && instructedOn === null && externalUrl === '',
      'externalUrl',
      'ここで受け付けるには共同募金会の指示の文書が、受け付けないときは共同募金会のページのアドレスが要ります。どちらかを入力してください。',
    ],
  ]
}
