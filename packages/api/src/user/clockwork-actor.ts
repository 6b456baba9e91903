import { clockworkUserId } from '@sasaeai/domain/user/program-user'
import type { Actor } from '../deps.ts'

/** 自動処理, in whose name everything is done that is done by the clock. */
export const clockwork: Actor = { userId: clockworkUserId, name: '自動処理', role: 'receptionist' }
