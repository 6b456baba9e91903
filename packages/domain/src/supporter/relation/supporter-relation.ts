import { z } from 'zod'
import { supporterIdSchema } from '../../id-schemas.ts'

/** 関係の種類: what one supporter is to another. */
export const relationKinds = [
  'parent', 'spouse', 'sibling', 'relative', 'representative', 'employee', 'contact_person', 'member', 'head_office', 'introducer', 'other',
] as const
export type RelationKind = (typeof relationKinds)[number]

/** The word for each end: `is` for the one who is it, `of` for the one it is to. Equal words have no direction. */
const words: Record<RelationKind, { readonly is: string; readonly of: string }> = {
  parent: { is: '親', of: '子' },
  spouse: { is: '配偶者', of: '配偶者' },
  sibling: { is: '兄弟姉妹', of: '兄弟姉妹' },
  relative: { is: '親族', of: '親族' },
  representative: { is: '代表者', of: '代表を務める団体' },
  employee: { is: '勤めている人', of: '勤務先' },
  contact_person: { is: '担当者', of: '担当している団体' },
  member: { is: '会員・構成員', of: '所属する団体' },
  head_office: { is: '本部・親会社', of: '支部・子会社' },
  introducer: { is: '紹介してくれた人', of: '紹介した人' },
  other: { is: '関係者', of: '関係者' },
}

/** Which end of a relation somebody stands on. */
export const relationEnds = ['is', 'of'] as const
export type RelationEnd = (typeof relationEnds)[number]

/** What the other one is called when a relation is read from one side: `end` is the end on which the other one stands. */
export function relationWord(kind: RelationKind, end: RelationEnd): string {
  return words[kind][end]
}

/** What one can say of another supporter: each end of each kind, once where both ends have one word. */
export const relationChoices: readonly { readonly kind: RelationKind; readonly end: RelationEnd; readonly label: string }[] = relationKinds.flatMap((kind) =>
  (words[kind].is === words[kind].of ? (['is'] as const) : relationEnds).map((end) => ({ kind, end, label: words[kind][end] })),
)

export const relationDetailsSchema = z.object({
  otherId: z.string('相手を選んでください。').min(1, '相手を選んでください。').pipe(supporterIdSchema),
  kind: z.enum(relationKinds, '関係を選んでください。'),
  /** The end on which the other one stands. */
  end: z.enum(relationEnds),
  note: z.string().trim().max(100, '備考は100文字以内で入力してください。').default(''),
})

export const addRelationSchema = z.object({ supporterId: supporterIdSchema, details: relationDetailsSchema })
export type AddRelationInput = z.output<typeof addRelationSchema>
