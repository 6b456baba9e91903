import { id } from '../ids.ts'

/** オンライン受付（自動）: the program itself, which books what comes in online. Laid by the migration online_giving; nobody signs in as it. */
export const programUserId = id<'UserId'>('01930000-0000-7000-8000-000000000001')

/** 自動処理: the program itself, which does by the clock what nobody asked for just now. Laid by the migration report_reminders; nobody signs in as it. */
export const clockworkUserId = id<'UserId'>('01930000-0000-7000-8000-000000000002')
