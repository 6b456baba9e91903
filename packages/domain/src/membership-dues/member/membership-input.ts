import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema, duesKindIdSchema, membershipIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { membershipRoutes } from './membership-route.ts'

/** 口数 as a form or a file gives it, in any width, with or without 口: 1 to 99,999. */
export const unitsSchema = z.preprocess(
  typedNumber,
  z
    .number('口数は数字で入力してください。例：2')
    .int('口数は整数で入力してください。例：2')
    .min(1, '口数は1以上で入力してください。例：2')
    .max(99_999, '口数は99,999以内で入力してください。'),
)

function typedNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const digits = value.normalize('NFKC').trim().replaceAll(',', '').replace(/口$/, '')
  return /^\d+$/.test(digits) ? Number(digits) : undefined
}

const noteSchema = z.string().trim().max(500, '備考は500文字以内で入力してください。').default('')

export const routeSchema = z.object({
  route: z.enum(membershipRoutes, '経路を選んでください。'),
  /** The 自治会 that the dues come through; of a direct member it is left out of account (`areaOfRoute`). */
  areaId: areaIdSchema.nullable().default(null),
})

/** A member who pays through a 自治会 names it. */
export function routeHasArea({ route, areaId }: { route: string; areaId: string | null }): boolean {
  return route === 'direct' || areaId !== null
}

export const areaOfRouteMissing = { path: ['areaId'], message: '会費を取りまとめる自治会を選んでください。' }

/** The terms of joining, whoever joins. */
export const joiningSchema = routeSchema.extend({
  joinedOn: localDateSchema,
  units: unitsSchema,
  note: noteSchema,
})
export type Joining = z.output<typeof joiningSchema>

/** 入会. */
export const joinSchema = joiningSchema
  .extend({
    supporterId: z.string('支援者を選んでください。').min(1, '支援者を選んでください。').pipe(supporterIdSchema),
    duesKindId: z.string().min(1, '会員種別を選んでください。').pipe(duesKindIdSchema),
  })
  .refine(routeHasArea, areaOfRouteMissing)
export type JoinInput = z.output<typeof joinSchema>

/** Every change names the membership and the revision that the form was opened on. */
export const membershipChangeSchema = z.object({ membershipId: membershipIdSchema, revision: z.int().min(1) })
export type MembershipChange = z.output<typeof membershipChangeSchema>

export const changeUnitsSchema = membershipChangeSchema.extend({ effectiveOn: localDateSchema, units: unitsSchema })
export type ChangeUnitsInput = z.output<typeof changeUnitsSchema>

export const changeRouteSchema = membershipChangeSchema.extend(routeSchema.shape).refine(routeHasArea, areaOfRouteMissing)
export type ChangeRouteInput = z.output<typeof changeRouteSchema>

export const leaveSchema = membershipChangeSchema.extend({
  /** The last day of membership. */
  leftOn: localDateSchema,
  reason: z
    .string()
    .trim()
    .min(1, '退会の理由を入力してください。分からないときは「不明」と入力します。')
    .max(200, '退会の理由は200文字以内で入力してください。'),
})
export type LeaveInput = z.output<typeof leaveSchema>

export const editMembershipSchema = membershipChangeSchema.extend({ joinedOn: localDateSchema, note: noteSchema })
export type EditMembershipInput = z.output<typeof editMembershipSchema>
