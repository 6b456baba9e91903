import { z } from 'zod'
import { isPostingMoment } from './posting-moment.ts'

/** 時点 as it comes from outside. */
export const postingMomentSchema = z.string().refine(isPostingMoment, '時点の形式が正しくありません。日付と時刻を入れ直してください。')
