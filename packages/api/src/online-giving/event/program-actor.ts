import { programUserId } from '@sasaeai/domain/user/program-user'
import type { Actor } from '../../deps.ts'

/** 自動処理, in whose name everything is done that nobody in the office does. */
export const program: Actor = { userId: programUserId, name: 'オンライン受付（自動）', role: 'accountant' }
