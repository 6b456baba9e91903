import { id } from '../ids.ts'

/** 自動処理: the program itself, which books what comes in online. Laid by the migration online_giving; nobody signs in as it. */
export const programUserId = id<'UserId'>('01930000-0000-7000-8000-000000000001')
